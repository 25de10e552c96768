'use client'

import type { Comparison } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../components/chart/chart.tsx'
import { growthHeight } from '../../components/chart/heights.ts'
import { GrowthPlot } from '../../components/chart/plots.ts'
import { useScale } from '../../components/chart/use-scale.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { countsUpTo, totalOf } from './cost.ts'
import { growthOf } from './growth.ts'
import { Room } from './room.tsx'
import { freeBefore } from '../../shared/comparisons/queries.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import { variantLooks } from '../../shared/comparisons/variants.ts'

interface GrowthChartProps {
  readonly comparison: Comparison
  /** What Pilot's own processes take at work, bytes; null where no sample tells. */
  readonly pilotAtWork: number | null
}

/** What many of each take together, from which number on tenants take less, and how many this machine has room for. */
export const GrowthChart = ({ comparison, pilotAtWork }: GrowthChartProps) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const source = useComparisonSource()(comparison, comparison.machine?.hostname)
  const scale = useScale(true)
  const { lines, container, even, share } = growthOf(comparison, pilotAtWork)
  const counts = countsUpTo([comparison.count * 2, (even ?? 0) * 2], scale.value)
  const free = freeBefore(comparison)
  const words = { kind: container === undefined ? '' : t(`variants.${container}`) }
  return (
    <>
      <Chart
        title={t('growth.title')}
        summary={[
          even === null ? t('growth.about') : t('growth.even', { ...words, count: even }),
          ...(share === null
            ? []
            : [
                t('growth.share', {
                  ...words,
                  all: share >= 1 ? 'yes' : 'no',
                  share: formats.percent(Math.min(1, share)),
                }),
              ]),
          pilotAtWork === null
            ? t('growth.pilotUnknown')
            : t('growth.pilot', { size: formats.bytes(pilotAtWork) }),
        ].join(' ')}
        source={{ ...source, text: `${source.text} ${t('growth.straight')}` }}
        legend={lines.map(({ variant }) => ({
          label: t(`variants.${variant}`),
          look: variantLooks[variant],
        }))}
        data={{
          columns: [
            { key: 'tenants', label: t('columns.tenants'), format: formats.number },
            ...lines.map(({ variant }) => ({
              key: `${variant.replace('-', '_')}_bytes`,
              label: t(`variants.${variant}`),
              format: formats.bytes,
            })),
          ],
          rows: counts.map((count) => [count, ...lines.map(({ cost }) => Math.round(totalOf(cost, count)))]),
        }}
        file={`pilot-growth-${comparison.id}`}
        scale={scale.control}
        height={growthHeight}
      >
        <GrowthPlot
          label={t('growth.title')}
          hint={t('hintTime')}
          counts={counts}
          series={lines.map(({ variant, cost }) => ({
            id: variant,
            look: variantLooks[variant],
            values: counts.map((count) => totalOf(cost, count)),
          }))}
          scale={scale.value}
          ceiling={
            free === undefined ? null : { value: free, text: t('growth.free', { size: formats.bytes(free) }) }
          }
          crossing={
            even === null || even < 2 ? null : { count: even, text: t('growth.crossing', { count: even }) }
          }
          describe={(index) => {
            const count = counts[index] ?? 0
            return [
              t('growth.said', { count }),
              lines
                .map(
                  ({ variant, cost }) => `${t(`variants.${variant}`)} ${formats.bytes(totalOf(cost, count))}`,
                )
                .join(', '),
            ].join(': ')
          }}
          format={formats.bytes}
          formatCount={formats.number}
          axisLabel={t('columns.tenants')}
        />
      </Chart>
      {free === undefined ? null : <Room lines={lines} free={free} />}
    </>
  )
}
