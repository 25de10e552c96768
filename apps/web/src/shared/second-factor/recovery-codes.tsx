'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onKept: () => void
}

/** Told once: to copy, to save, and to say that they are kept. */
export const RecoveryCodes = ({ codes, onKept }: RecoveryCodesProps) => {
  const t = useTranslations('account')
  const common = useTranslations('common')
  const text = `${codes.join('\n')}\n`
  return (
    <div className="flex max-w-md flex-col gap-3">
      <h3 className="font-semibold">{t('recoveryTitle')}</h3>
      <p className="text-ink-2">{t('recoveryAbout')}</p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-md border bg-sunken px-4 py-3 font-mono text-sm">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={text} variant="plain" size="normal" aria-label={common('copy')}>
          {common('copy')}
        </CopyButton>
        <Button onClick={() => saveText('pilot-recovery-codes.txt', text)}>{common('download')}</Button>
        <Button variant="primary" onClick={onKept}>
          {t('recoveryKept')}
        </Button>
      </div>
    </div>
  )
}

const saveText = (name: string, text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
