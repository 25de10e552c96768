import type { TenantInspection } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { DataTable } from '../../../components/data-table.tsx'

/** What systemd confines it by, each with what that means. */
export const Directives = ({ directives }: { directives: TenantInspection['sandbox'] }) => {
  const t = useTranslations('tenant.sandbox')
  const meanings = useTranslations('tenant.directives')
  return (
    <DataTable
      focusable
      rows={directives}
      keyOf={({ directive }) => directive}
      empty={t('noDirectives')}
      columns={[
        {
          key: 'directive',
          head: t('directive'),
          cellClassName: 'h-8 align-baseline font-mono text-xs whitespace-nowrap',
          cell: ({ directive }) => directive,
        },
        {
          key: 'value',
          head: t('value'),
          cellClassName: 'h-8 max-w-96 min-w-40 py-1.5 align-baseline font-mono text-xs break-words',
          cell: ({ value }) => value,
        },
        {
          key: 'meaning',
          head: t('meaning'),
          cellClassName: 'h-8 min-w-64 py-1.5 align-baseline text-ink-2',
          cell: ({ directive }) => (meanings.has(directive as 'User') ? meanings(directive as 'User') : null),
        },
      ]}
    />
  )
}
