'use client'

import { useTranslations } from 'next-intl'
import { saveFile } from '../../client/save-file.ts'
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
        <Button onClick={() => saveFile('pilot-recovery-codes.txt', text, 'text/plain;charset=utf-8')}>
          {common('download')}
        </Button>
        <Button variant="primary" onClick={onKept}>
          {t('recoveryKept')}
        </Button>
      </div>
    </div>
  )
}
