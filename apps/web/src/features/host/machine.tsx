import type { Overview } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormats } from '../../i18n/use-formats.ts'

/** What this machine is, and what Pilot takes of it. */
export const Machine = ({ overview: { hostname, kernel, memory, services } }: { overview: Overview }) => {
  const t = useTranslations('host.machine')
  const formats = useFormats()
  const { tenants, pilot, systemd, total, available } = memory
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 [&_dt]:text-ink-3">
      <Fact name={t('hostname')}>
        <span className="font-mono text-sm">{hostname}</span>
      </Fact>
      <Fact name={t('kernel')}>
        <span className="font-mono text-sm">{kernel}</span>
      </Fact>
      {services.map((health) => (
        <Fact key={health.service} name={t(health.service)}>
          {health.ok ? health.version : <span className="font-medium text-alarm-ink">{t('down')}</span>}
        </Fact>
      ))}
      <Fact name={t('memory')}>
        {t('memoryValue', { available: formats.bytes(available), total: formats.bytes(total) })}
      </Fact>
      <Fact name={t('memoryTenants')}>
        {t('memoryTenantsValue', {
          memory: tenants.processes === 0 ? formats.bytes(0) : formats.bytes(tenants.pss),
          processes: tenants.processes,
        })}
      </Fact>
      <Fact name={t('memoryPilot')}>{formats.bytes(pilot.pss)}</Fact>
      <Fact name={t('memorySystemd')}>{formats.bytes(systemd.pss)}</Fact>
      <dd className="col-span-2 pt-1 text-xs text-ink-3">{t('pss')}</dd>
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </>
)
