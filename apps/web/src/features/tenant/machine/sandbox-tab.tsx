'use client'

import type { Limits, TenantInspection, TenantName } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Badge } from '../../../components/badge.tsx'
import { CodeBlock } from '../../../components/code-block.tsx'
import { Section } from '../../../components/section.tsx'
import { Confinement } from './confinement.tsx'
import { Directives } from './directives.tsx'
import { EffectiveLimits } from './effective-limits.tsx'
import { Inspected } from './inspected.tsx'
import { Routes } from './routes.tsx'

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
      {({ sandbox, cell, confinement, units, routes, limits: effective }) => (
        <>
          <Section title={t('confinement')} description={t('confinementHint')}>
            <Confinement confinement={confinement} />
          </Section>
          {cell === null ? (
            <Section title={t('directives')} description={t('directivesHint')}>
              <Directives directives={sandbox} />
            </Section>
          ) : (
            <Section title={t('cell')} description={t('cellHint')}>
              <CodeBlock title={cell.path} text={cell.text} language="unit" />
            </Section>
          )}
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
