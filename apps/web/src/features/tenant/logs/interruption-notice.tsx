'use client'

import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Interruption } from './log-buffer.ts'

export const InterruptionNotice = ({
  interruption: { from, to, missing },
}: {
  interruption: Interruption
}) => {
  const t = useTranslations('tenant.logs')
  const formats = useFormats()
  return (
    <div className="flex items-center gap-3 px-2.5 py-1 font-sans text-ink-2">
      <span className="h-px grow bg-line-strong" />
      {t(missing ? 'interruptedMissing' : 'interrupted', {
        from: formats.clock(from),
        to: formats.clock(to),
      })}
      <span className="h-px grow bg-line-strong" />
    </div>
  )
}
