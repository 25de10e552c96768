'use client'

import type { ComparedVariant, Comparison } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../components/chart/chart.tsx'
import { rowsHeight } from '../../components/chart/heights.ts'
import { colours } from '../../components/chart/looks.ts'
import { BarsPlot } from '../../components/chart/plots.ts'
import { needsLog } from '../../components/chart/ticks.ts'
import { useScale } from '../../components/chart/use-scale.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import { variantLooks } from '../../shared/comparisons/variants.ts'

interface TimesChartProps {
  readonly comparison: Comparison
  /** Making one; or from a request to the first byte of its answer where nothing ran before. */
  readonly figure: 'create' | 'firstByte'
}

/** Every single time as a dot and their median as a mark, for each variant. */
export const TimesChart = ({ comparison, figure }: TimesChartProps) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const source = useComparisonSource()(comparison, comparison.machine?.hostname)
  const withWarm = figure === 'firstByte'
  const rows = comparison.results.map((result) => ({
    variant: result.variant,
    series: result[figure],
    warm: withWarm ? (result.warmByte?.median ?? null) : null,
  }))
  const all = rows.flatMap(({ series, warm }) => [
    ...(series?.values ?? []),
    ...(warm === null ? [] : [warm]),
  ])
  const scale = useScale(needsLog(all))
  const key = figure === 'create' ? 'create' : 'first_byte'
  return (
    <Chart
      title={t(`${figure}.title`)}
      summary={t(`${figure}.about`)}
      source={source}
      legend={[
        { label: t('median'), look: colours.ink },
        ...(withWarm
          ? [{ label: t('firstByte.warm'), look: { ...colours.ink, mark: 'ring' as const } }]
          : []),
      ]}
      data={{
        columns: [
          {
            key: 'variant',
            label: t('columns.variant'),
            say: (word) => t(`variants.${word as ComparedVariant}`),
          },
          { key: `${key}_median_milliseconds`, label: t('columns.median'), format: formats.duration },
          { key: `${key}_least_milliseconds`, label: t('columns.least'), format: formats.duration },
          { key: `${key}_most_milliseconds`, label: t('columns.most'), format: formats.duration },
          { key: 'n', label: t('columns.n'), format: formats.number },
          ...(withWarm
            ? [
                {
                  key: 'warm_byte_median_milliseconds',
                  label: t('columns.warm'),
                  format: formats.duration,
                },
              ]
            : []),
        ],
        rows: rows.map(({ variant, series, warm }) => [
          variant,
          series?.median ?? null,
          series === null ? null : Math.min(...series.values),
          series === null ? null : Math.max(...series.values),
          series === null ? null : series.values.length,
          ...(withWarm ? [warm] : []),
        ]),
      }}
      file={`pilot-${figure === 'create' ? 'create' : 'first-byte'}-${comparison.id}`}
      scale={scale.control}
      height={rowsHeight(rows.length)}
    >
      <BarsPlot
        label={t(`${figure}.title`)}
        hint={t('hintRows')}
        rows={rows.map(({ variant, series, warm }) => {
          const label = t(`variants.${variant}`)
          const text = formats.duration(series?.median ?? null)
          return {
            id: variant,
            label,
            value: series?.median ?? null,
            ...(series === null ? {} : { values: series.values }),
            text: series === null ? text : t('medianOf', { median: text, n: series.values.length }),
            look: variantLooks[variant],
            ring: warm,
            said: [
              series === null
                ? `${label}: ${text}`
                : t('timesSaid', {
                    label,
                    median: text,
                    least: formats.duration(Math.min(...series.values)),
                    most: formats.duration(Math.max(...series.values)),
                    n: series.values.length,
                  }),
              ...(warm === null ? [] : [t('firstByte.warmSaid', { duration: formats.duration(warm) })]),
            ].join('; '),
          }
        })}
        scale={scale.value}
        unit="milliseconds"
        format={formats.duration}
      />
    </Chart>
  )
}
