'use client'

import type { OneTimeLink } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useFormats } from '../../i18n/use-formats.ts'

/** A one-time link, which nobody can be shown again. */
export const ShowLink = ({ link, onClose }: { link: OneTimeLink; onClose: () => void }) => {
  const t = useTranslations('operators.link')
  const formats = useFormats()
  const { operator: name, url, expiresAt } = link
  return (
    <Dialog
      open
      sticky
      onOpenChange={onClose}
      title={t('title', { name })}
      description={t('about', { name })}
      footer={
        <>
          <Button onClick={onClose}>{t('done')}</Button>
          <CopyButton text={url} variant="primary" size="normal" aria-label={t('copy')}>
            {t('copy')}
          </CopyButton>
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <CodeBlock title={t('label')} text={url} />
        <p className="text-sm text-ink-2">{t('until', { until: formats.exact(expiresAt) })}</p>
      </div>
    </Dialog>
  )
}
