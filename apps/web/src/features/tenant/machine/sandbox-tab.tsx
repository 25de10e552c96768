'use client'

import type { Limits, TenantInspection, TenantName } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Badge } from '../../../components/badge.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Section } from '../../../components/section.tsx'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeaderCell,
  TableRow,
} from '../../../components/table.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import { Inspected } from './inspected.tsx'

interface SandboxTabProps {
  readonly name: TenantName
  /** As they are wished. */
  readonly limits: Limits
}

/** What confines it, its units and its routes: as the machine has them, not as they were wished. */
export const SandboxTab = ({ name, limits }: SandboxTabProps) => {
  const t = useTranslations('tenant.sandbox')
  return (
    <Inspected name={name}>
      {({ sandbox, units, routes, limits: effective }) => (
        <>
          <Section title={t('directives')} description={t('directivesHint')}>
            <Directives directives={sandbox} />
          </Section>
          <Section title={t('limits')} description={t('limitsHint')}>
            <EffectiveLimits wished={limits} effective={effective} />
          </Section>
          <Section title={t('units')} description={t('unitsHint')}>
            <div className="flex flex-col gap-8">
              {units.length === 0 ? <p className="text-ink-2">{t('noUnits')}</p> : null}
              {units.map((unit) => (
                <Unit key={unit.name} unit={unit} />
              ))}
            </div>
          </Section>
          <Section title={t('routes')} description={t('routesHint')}>
            <Routes routes={routes} />
          </Section>
        </>
      )}
    </Inspected>
  )
}

const Directives = ({ directives }: { directives: TenantInspection['sandbox'] }) => {
  const t = useTranslations('tenant.sandbox')
  const meanings = useTranslations('tenant.directives')
  if (directives.length === 0) return <p className="text-ink-2">{t('noDirectives')}</p>
  return (
    <Table focusable>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('directive')}</TableHeaderCell>
          <TableHeaderCell>{t('value')}</TableHeaderCell>
          <TableHeaderCell>{t('meaning')}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {directives.map(({ directive, value }) => (
          <TableRow key={directive}>
            <TableCell className="h-8 pl-0 align-baseline font-mono text-xs whitespace-nowrap">
              {directive}
            </TableCell>
            <TableCell className="h-8 max-w-96 min-w-40 py-1.5 align-baseline font-mono text-xs break-words">
              {value}
            </TableCell>
            <TableCell className="h-8 min-w-64 py-1.5 align-baseline text-ink-2">
              {meanings.has(directive as 'User') ? meanings(directive as 'User') : null}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

const EffectiveLimits = ({
  wished,
  effective,
}: {
  wished: Limits
  effective: TenantInspection['limits']
}) => {
  const t = useTranslations('tenant.sandbox')
  const common = useTranslations('common')
  const formats = useFormats()
  const write = {
    memoryMax: (value: number) => formats.bytes(value),
    cpuQuota: (value: number) => t('percentOfCore', { percent: value }),
    tasksMax: (value: number) => formats.number(value),
  }
  return (
    <Table focusable className="max-w-3xl">
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('limit')}</TableHeaderCell>
          <TableHeaderCell numeric>{t('wished')}</TableHeaderCell>
          <TableHeaderCell numeric>{t('effective')}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {(['memoryMax', 'cpuQuota', 'tasksMax'] as const).map((limit) => {
          const wish = wished[limit]
          const real = effective[limit]
          // Without a wish systemd's own default counts, such as for TasksMax.
          const differs = wish !== undefined && wish !== real
          return (
            <TableRow key={limit} data-limit={limit}>
              <TableCell className="pl-0">{t(limit)}</TableCell>
              <TableCell numeric className="text-ink-2">
                {wish === undefined ? t('notLimited') : write[limit](wish)}
              </TableCell>
              <TableCell numeric className={differs ? 'font-medium text-alarm-ink' : ''}>
                {real === null ? common('unlimited') : write[limit](real)}
              </TableCell>
            </TableRow>
          )
        })}
      </TableBody>
    </Table>
  )
}

const Unit = ({ unit: { name, load, active, sub, files } }: { unit: TenantInspection['units'][number] }) => (
  <div className="flex min-w-0 flex-col gap-2">
    <h3 className="flex flex-wrap items-center gap-2 font-mono text-sm font-medium">
      {name}
      <Badge tone={toneOf(name, load, active)}>{load === 'loaded' ? `${active} (${sub})` : load}</Badge>
    </h3>
    {files.map(({ path, text }) => (
      <CodeBlock key={path} title={path} text={text} language="unit" />
    ))}
  </div>
)

// An open socket is how a tenant sleeps: only what runs is warm.
const toneOf = (name: string, load: string, active: string) => {
  if (active === 'failed' || load !== 'loaded') return 'alarm'
  return active === 'active' && name.endsWith('.service') ? 'awake' : 'quiet'
}

const Routes = ({ routes }: { routes: TenantInspection['routes'] }) => {
  const t = useTranslations('tenant.sandbox')
  if (routes.length === 0) return <p className="text-ink-2">{t('noRoutes')}</p>
  return (
    <Table focusable>
      <TableHead>
        <tr>
          <TableHeaderCell className="pl-0">{t('domain')}</TableHeaderCell>
          <TableHeaderCell>{t('path')}</TableHeaderCell>
          <TableHeaderCell>{t('target')}</TableHeaderCell>
        </tr>
      </TableHead>
      <TableBody>
        {routes.map(({ domain, path, target }) => (
          <TableRow key={domain}>
            <TableCell className="pl-0 font-mono text-xs">{domain}</TableCell>
            <TableCell className="font-mono text-xs">{path}</TableCell>
            <TableCell className="max-w-96 font-mono text-xs break-all">{target}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
