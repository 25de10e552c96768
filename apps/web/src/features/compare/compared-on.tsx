'use client'

import type { Comparison } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Section } from '../../components/section.tsx'
import { useFacts } from '../../i18n/use-facts.ts'
import { useFormats } from '../../i18n/use-formats.ts'

/** The machine, its versions, and how it was measured: what another needs to do it again. */
export const ComparedOn = ({ comparison: { machine, method } }: { comparison: Comparison }) => {
  const t = useTranslations('compare.machine')
  const formats = useFormats()
  const facts = useFacts()
  if (machine === null) return null
  const { hostname, kernel, cpu, cores, memory, controllers, versions } = machine
  const rows: [string, string][] = [
    [t('host'), hostname],
    [t('kernel'), kernel],
    [t('cpu'), t('cpuCores', { cpu, cores })],
    [t('memory'), formats.bytes(memory)],
    [
      t('controllers'),
      controllers === null
        ? t('noCgroup2')
        : controllers.length === 0
          ? t('noControllers')
          : controllers.join(', '),
    ],
  ]
  return (
    <div className="grid gap-x-12 border-t pt-6 lg:grid-cols-2">
      <Section title={t('title')} className="max-lg:pb-6">
        <dl>
          {[...rows, ...Object.entries(versions)].map(([label, value]) => (
            <div
              key={label}
              className="grid grid-cols-[9rem_minmax(0,1fr)] items-baseline gap-x-4 border-b py-1.5"
            >
              <dt className="text-ink-3">{label}</dt>
              <dd className="min-w-0 font-mono text-sm break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {method.length === 0 ? null : (
        <Section title={t('method')} className="max-lg:border-t max-lg:pt-6 lg:border-t-0 lg:pt-0">
          <ul className="flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-2">
            {method.map((fact) => {
              const sentence = facts.comparisonMethod(fact)
              return (
                <li key={sentence} lang={fact.code === 'told' ? 'en' : undefined}>
                  {sentence}
                </li>
              )
            })}
          </ul>
        </Section>
      )}
    </div>
  )
}
