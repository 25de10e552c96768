'use client'

import type { ComparisonSummary, HostSamples } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../components/chart/chart.tsx'
import { panelsHeight } from '../../components/chart/heights.ts'
import { colours } from '../../components/chart/looks.ts'
import { TimePlot } from '../../components/chart/plots.ts'
import { needsLog } from '../../components/chart/ticks.ts'
import type { TimeSeries } from '../../components/chart/time-panel.tsx'
import { useScale } from '../../components/chart/use-scale.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { cheapestContainer } from '../../shared/comparisons/queries.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import type { Range } from '../../shared/samples/range.ts'
import { useTimeWords } from '../../shared/samples/use-time-words.ts'
import { MeasureHere } from './measure-here.tsx'
import { savingAt, type Saving } from './saving.ts'

interface SavingChartProps {
  readonly samples: HostSamples | undefined
  readonly readAt: number
  readonly range: Range
  /** The one that tells what a container takes here; undefined before there was one. */
  readonly comparison: ComparisonSummary | undefined
}

const height = 150

const looks = { containers: { ...colours.violet, dash: 'long' }, tenants: colours.teal } as const

/** What the tenants took over time, beside what as many containers would have taken. */
export const SavingChart = ({ samples, readAt, range, comparison }: SavingChartProps) => {
  const t = useTranslations('overview.saving')
  const charts = useTranslations('charts')
  const kinds = useTranslations('compare.variants')
  const formats = useFormats()
  const comparisonSource = useComparisonSource()
  const { points = [], resolution = 60 } = samples ?? {}
  const { window, formatTime, every } = useTimeWords(range, resolution, readAt)
  const container = comparison === undefined ? undefined : cheapestContainer(comparison)
  const measured = { container: container?.each ?? 0, asleep: comparison?.perTenant.tenant ?? null }
  const savings = points.map((point) => savingAt(point, measured))
  const scale = useScale(
    needsLog(
      savings.flatMap(({ containers, tenants }) => [containers, ...(tenants === null ? [] : [tenants])]),
    ),
  )
  const last = savings.findLast(({ saved }) => saved !== null)
  const kind = container === undefined ? '' : kinds(container.variant)
  return (
    <Chart
      title={t('title')}
      summary={
        container === undefined ? undefined : t('about', { each: formats.bytes(container.each), kind })
      }
      source={
        comparison === undefined
          ? { text: every }
          : { ...comparisonSource(comparison), text: `${comparisonSource(comparison).text} ${every}` }
      }
      legend={[
        { label: t('containers', { kind }), look: looks.containers },
        { label: t('tenants'), look: looks.tenants },
      ]}
      data={{
        columns: [
          { key: 'at', label: charts('time') },
          { key: 'tenants', label: t('present'), format: formats.number },
          { key: 'as_containers_bytes', label: t('containers', { kind }), format: formats.bytes },
          { key: 'tenants_bytes', label: t('tenants'), format: formats.bytes },
          { key: 'saved_bytes', label: t('saved'), format: formats.bytes },
        ],
        rows: rowsOf(points, savings),
      }}
      file={`pilot-saving-${range}`}
      scale={scale.control}
      height={panelsHeight([{ height }])}
      empty={
        container === undefined ? (
          <MeasureHere />
        ) : samples !== undefined && points.length === 0 ? (
          charts('noSamples')
        ) : undefined
      }
      reading={samples === undefined}
    >
      <TimePlot
        label={t('title')}
        hint={
          last === undefined || last.saved === null
            ? charts('hintTime')
            : t(last.saved >= 0 ? 'now' : 'nowMore', { size: formats.bytes(Math.abs(last.saved)) })
        }
        times={points.map(({ at }) => Date.parse(at))}
        window={window}
        resolution={resolution}
        formatTime={formatTime}
        panels={[
          {
            id: 'saving',
            height,
            base: 1024,
            scale: scale.value,
            format: formats.bytes,
            series: seriesOf(savings),
          },
        ]}
        describe={(index) => {
          const [point, saving] = [points[index], savings[index]]
          return point === undefined || saving === undefined
            ? ''
            : t('said', {
                time: formats.moment(point.at),
                containers: formats.bytes(saving.containers),
                tenants: formats.bytes(saving.tenants),
                saved: formats.bytes(saving.saved),
              })
        }}
      />
    </Chart>
  )
}

const rowsOf = (points: HostSamples['points'], savings: readonly Saving[]) =>
  points.map(({ at, tenants }, index) => [
    at,
    tenants,
    Math.round(savings[index]?.containers ?? 0),
    rounded(savings[index]?.tenants),
    rounded(savings[index]?.saved),
  ])

const seriesOf = (savings: readonly Saving[]): TimeSeries[] => [
  {
    id: 'containers',
    look: looks.containers,
    kind: 'line',
    values: savings.map(({ containers }) => containers),
  },
  { id: 'tenants', look: looks.tenants, kind: 'area', values: savings.map(({ tenants }) => tenants) },
]

const rounded = (bytes: number | null | undefined): number | null =>
  bytes == null ? null : Math.round(bytes)
