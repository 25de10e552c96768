import type { AuditEntry } from '@pilot/contract'
import { useTranslations } from 'next-intl'

/** Where a call came from: an address, or the socket of the machine itself. */
export const Origin = ({ entry: { address, source } }: { entry: Pick<AuditEntry, 'address' | 'source'> }) => {
  const t = useTranslations('audit.sources')
  if (address !== null) return <span className="font-mono text-sm">{address}</span>
  return t.has(source as 'root') ? t(source as 'root') : source
}
