'use client'

import { useTranslations } from 'next-intl'

/** How an action of the audit ended. */
export const ActionResult = ({ result }: { result: string }) => {
  const t = useTranslations('audit.results')
  const text = t.has(result as 'done') ? t(result as 'done') : result
  return <span className={result === 'done' ? 'text-ink-2' : 'font-medium text-alarm-ink'}>{text}</span>
}
