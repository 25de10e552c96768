'use client'

import type { TenantName, WakeTimes } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { problemOf } from '../../client/problem-of.ts'
import { Chart } from '../../components/chart/chart.tsx'
import { columnsHeight } from '../../components/chart/heights.ts'
import { colours } from '../../components/chart/looks.ts'
import { ColumnsPlot } from '../../components/chart/plots.ts'
import { ProblemPanel } from '../../components/problem-panel.tsx'
import { useFormats } from '../../i18n/use-formats.ts'
import type { Range } from './range.ts'
import { useWakeTimes } from './use-samples.ts'
import { WakeParts } from './wake-parts.tsx'

interface WakesChartProps {
  readonly range: Range
  /** Left out for all tenants together. */
  readonly name?: TenantName
}

/** How long starts took: how often so long, and which part of it was whose. */
export const WakesChart = ({ range, name }: WakesChartProps) => {
  const { data, error } = useWakeTimes(range, name)
  if (data === undefined && error !== null) return <ProblemPanel problem={problemOf(error)} />
  return <Distribution times={data} range={range} name={name} />
}

interface DistributionProps {
  readonly times: WakeTimes | undefined
  readonly range: Range
  readonly name: TenantName | undefined
}

const Distribution = ({ times, range, name }: DistributionProps) => {
  const t = useTranslations('charts')
  const formats = useFormats()
  const whole = times?.whole ?? null
  const bins = times?.histogram ?? []
  return (
    <>
      <Chart
        title={name === undefined ? t('wakes.titleAll') : t('wakes.title')}
        summary={t('wakes.about')}
        source={{
          text:
            times?.since == null
              ? t('wakes.sourceNone')
              : t('wakes.source', { count: times.wakes, time: formats.moment(times.since) }),
        }}
        data={{
          columns: [
            { key: 'from_milliseconds', label: t('wakes.from'), format: formats.duration },
            { key: 'to_milliseconds', label: t('wakes.to'), format: formats.duration },
            { key: 'wakes', label: t('wakes.count'), format: formats.number },
          ],
          rows: bins.map(({ from, to, count }) => [from, to, count]),
        }}
        file={['pilot-wake-times', ...(name === undefined ? [] : [name]), range].join('-')}
        height={columnsHeight}
        reading={times === undefined}
        empty={
          times !== undefined && bins.length === 0
            ? t('wakes.none', { range: t(`rangesLong.${range}`) })
            : undefined
        }
      >
        <ColumnsPlot
          label={name === undefined ? t('wakes.titleAll') : t('wakes.title')}
          hint={t('hintTime')}
          bins={bins}
          look={colours.awake}
          marks={
            whole === null
              ? []
              : (['p50', 'p95', 'p99'] as const).map((id) => ({
                  id,
                  at: whole[id],
                  text: t('wakes.mark', { percent: id.slice(1), duration: formats.duration(whole[id]) }),
                }))
          }
          describe={(index) => {
            const bin = bins[index]
            return bin === undefined
              ? ''
              : t('wakes.said', {
                  from: formats.duration(bin.from),
                  to: formats.duration(bin.to),
                  count: bin.count,
                })
          }}
          formatValue={formats.duration}
          formatCount={formats.number}
        />
      </Chart>
      <WakeParts times={times} />
    </>
  )
}
