'use client'

import type { ComparedVariant, Comparison, ComparedVariantResult } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Chart } from '../../components/chart/chart.tsx'
import { rowsHeight } from '../../components/chart/heights.ts'
import { StackPlot } from '../../components/chart/plots.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import { partLooks, parts, type Part } from '../../shared/comparisons/variants.ts'

/** What the memory of each variant is made of: the program itself, and all that is there because of it. */
export const PartsChart = ({ comparison }: { comparison: Comparison }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const source = useComparisonSource()(comparison, comparison.machine?.hostname)
  const [scale, setScale] = useState<'linear' | 'share'>('linear')
  const rows = comparison.results
    .filter(({ memory }) => memory !== null)
    .map((result) => ({ result, shares: partsOf(result) }))
  const seen = parts.filter((part) => rows.some(({ shares }) => (shares.get(part) ?? 0) > 0))
  return (
    <Chart
      title={t('parts.title')}
      summary={t('parts.about')}
      source={source}
      legend={seen.map((part) => ({
        label: t(`partNames.${part}`),
        look: { ...partLooks[part], mark: 'area' },
      }))}
      data={{
        columns: [
          {
            key: 'variant',
            label: t('columns.variant'),
            say: (word) => t(`variants.${word as ComparedVariant}`),
          },
          ...parts.map((part) => ({
            key: `${part.replace('-', '_')}_bytes`,
            label: t(`partNames.${part}`),
            format: (value: number | null) => (value === null ? '–' : formats.bytes(value)),
          })),
        ],
        rows: rows.map(({ result, shares }) => [
          result.variant,
          ...parts.map((part) => shares.get(part) ?? null),
        ]),
      }}
      file={`pilot-parts-${comparison.id}`}
      scale={{
        value: scale,
        options: [
          { value: 'linear', label: t('parts.trueScale') },
          { value: 'share', label: t('parts.shares') },
        ],
        onChange: (value) => setScale(value === 'share' ? 'share' : 'linear'),
        hint: scale === 'share' ? t('parts.sharesHint') : undefined,
      }}
      height={rowsHeight(rows.length)}
    >
      <StackPlot
        label={t('parts.title')}
        hint={t('hintRows')}
        rows={rows.map(({ result, shares }) => ({
          id: result.variant,
          label: t(`variants.${result.variant}`),
          text: formats.bytes(result.memory?.perTenant ?? null),
          said: [
            t(`variants.${result.variant}`),
            [...shares]
              .map(([part, bytes]) => `${t(`partNames.${part}`)} ${formats.bytes(bytes)}`)
              .join(', '),
          ].join(': '),
          parts: [...shares].map(([part, value]) => ({ id: part, value, look: partLooks[part] })),
        }))}
        scale={scale}
        format={scale === 'share' ? formats.percent : formats.bytes}
      />
    </Chart>
  )
}

/** For each tenant, in the order of `parts`; what was not measured or is not there is left out. */
const partsOf = ({ memory, count }: ComparedVariantResult): Map<Part, number> => {
  if (memory === null) return new Map()
  const found = new Map<Part, number>()
  for (const part of parts) {
    const bytes =
      part === 'systemd' ? memory.systemdGrowth : memory.parts.find((each) => each.part === part)?.pss
    if (bytes != null) found.set(part, bytes / count)
  }
  return found
}
