import type { TenantInspection } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { DataTable } from '../../../components/data-table.tsx'

/** Where Caddy sends what is asked of its domains. */
export const Routes = ({ routes }: { routes: TenantInspection['routes'] }) => {
  const t = useTranslations('tenant.sandbox')
  return (
    <DataTable
      focusable
      rows={routes}
      keyOf={({ domain }) => domain}
      empty={t('noRoutes')}
      columns={[
        {
          key: 'domain',
          head: t('domain'),
          cellClassName: 'font-mono text-xs',
          cell: ({ domain }) => domain,
        },
        { key: 'path', head: t('path'), cellClassName: 'font-mono text-xs', cell: ({ path }) => path },
        {
          key: 'target',
          head: t('target'),
          cellClassName: 'max-w-96 font-mono text-xs break-all',
          cell: ({ target }) => target,
        },
      ]}
    />
  )
}
