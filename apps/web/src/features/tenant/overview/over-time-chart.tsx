'use client'

import type { TenantName, TenantSamples } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../../components/chart/chart.tsx'
import { panelsHeight } from '../../../components/chart/heights.ts'
import { colours } from '../../../components/chart/looks.ts'
import { TimePlot } from '../../../components/chart/plots.ts'
import type { TimePanel, TimeSeries } from '../../../components/chart/time-panel.tsx'
import { useFormats } from '../../../i18n/use-formats.ts'
import type { Range } from '../../../shared/samples/range.ts'
import { useTimeWords } from '../../../shared/samples/use-time-words.ts'
import { withLooks, type Look, type TenantPoint } from './looks.ts'

interface OverTimeChartProps {
  readonly name: TenantName
  readonly samples: TenantSamples | undefined
  /** What was seen since the page was opened. */
  readonly looks: readonly Look[]
  readonly readAt: number
  readonly range: Range
}

const heights = { memory: 130, wakes: 44, cpu: 64 }

/** Its memory, its wakes and the processor time that it used, as they were stored and, at the end, as they are seen. */
export const OverTimeChart = ({ name, samples, looks, readAt, range }: OverTimeChartProps) => {
  const t = useTranslations('tenant.figures')
  const charts = useTranslations('charts')
  const formats = useFormats()
  const resolution = samples?.resolution ?? 60
  const { window, formatTime, every } = useTimeWords(range, resolution, readAt)
  const points = withLooks(samples?.points ?? [], looks, resolution)
  const withCgroup = points.some(({ memoryCurrent }) => memoryCurrent !== null)
  const seen = points.find(({ live }) => live)
  const panels = usePanels(points)
  return (
    <Chart
      title={t('overTime')}
      source={{
        text: [every, ...(seen === undefined ? [] : [t('live', { time: formats.clock(seen.time) })])].join(
          ' ',
        ),
      }}
      legend={[
        { label: t('pss'), look: colours.awake },
        {
          label: samples === undefined || withCgroup ? t('cgroup') : t('cgroupNone'),
          look: { ...colours.quiet, dash: 'long' },
        },
      ]}
      data={{
        columns: [
          { key: 'at', label: charts('time') },
          { key: 'pss_bytes', label: t('pss'), format: formats.bytes },
          { key: 'memory_current_bytes', label: t('cgroup'), format: formats.bytes },
          { key: 'awake_share', label: t('awakeShare'), format: formats.percent },
          { key: 'wakes', label: t('wakes'), format: formats.number },
          { key: 'cpu_share_of_core', label: t('cpu'), format: formats.percent },
          { key: 'tasks', label: t('tasks'), format: formats.number },
        ],
        rows: points.map(({ time, pss, memoryCurrent, awake, wakes, cpu, tasks }) => [
          new Date(time).toISOString(),
          pss,
          memoryCurrent,
          awake,
          wakes,
          cpu,
          tasks,
        ]),
      }}
      file={`pilot-${name}-${range}`}
      height={panelsHeight(panels)}
      reading={samples === undefined}
      empty={samples !== undefined && points.length === 0 ? charts('noSamples') : undefined}
    >
      <TimePlot
        label={t('overTime')}
        hint={charts('hintTime')}
        times={points.map(({ time }) => time)}
        window={window}
        resolution={resolution}
        formatTime={formatTime}
        panels={panels}
        describe={(index) => {
          const point = points[index]
          if (point === undefined) return ''
          const words = {
            time: formats.moment(point.time),
            pss: point.awake === 0 ? t('asleep') : formats.bytes(point.pss),
            cpu: formats.percent(point.cpu),
          }
          return point.wakes === null
            ? t('saidLive', words)
            : t('said', { ...words, wakes: point.wakes, awake: formats.percent(point.awake) })
        }}
      />
    </Chart>
  )
}

const usePanels = (points: readonly TenantPoint[]): TimePanel[] => {
  const t = useTranslations('tenant.figures')
  const formats = useFormats()
  const withCpu = points.some(({ cpu }) => cpu !== null)
  return [
    {
      id: 'memory',
      label: t('memory'),
      height: heights.memory,
      base: 1024,
      format: formats.bytes,
      series: memorySeries(points),
    },
    {
      id: 'wakes',
      label: t('wakes'),
      height: heights.wakes,
      base: 1000,
      least: 2,
      format: formats.number,
      series: [{ id: 'wakes', look: colours.ink, kind: 'stems', values: points.map(({ wakes }) => wakes) }],
    },
    {
      id: 'cpu',
      label: withCpu ? t('cpu') : t('cpuNone'),
      height: heights.cpu,
      base: 1000,
      least: 0.01,
      format: formats.percent,
      series: [{ id: 'cpu', look: colours.blue, kind: 'area', values: points.map(({ cpu }) => cpu) }],
    },
  ]
}

const memorySeries = (points: readonly TenantPoint[]): TimeSeries[] => {
  const pss: TimeSeries = {
    id: 'pss',
    look: colours.awake,
    kind: 'area',
    values: points.map(({ pss }) => pss),
  }
  if (points.every(({ memoryCurrent }) => memoryCurrent === null)) return [pss]
  const cgroup: TimeSeries = {
    id: 'cgroup',
    look: { ...colours.quiet, dash: 'long' },
    kind: 'line',
    values: points.map(({ memoryCurrent }) => memoryCurrent),
  }
  return [pss, cgroup]
}
