'use client'

import type { HostSamples } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../components/chart/chart.tsx'
import { panelsHeight } from '../../components/chart/heights.ts'
import { colours, type SeriesLook } from '../../components/chart/looks.ts'
import { TimePlot } from '../../components/chart/plots.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import type { Range } from '../../shared/samples/range.ts'
import { useTimeWords } from '../../shared/samples/use-time-words.ts'

interface HostMemoryChartProps {
  readonly samples: HostSamples | undefined
  readonly readAt: number
  readonly range: Range
}

const heights = { memory: 150, awake: 56 }

/** What the tenants, PID 1 and Pilot took over time, and how many tenants were awake. */
export const HostMemoryChart = ({ samples, readAt, range }: HostMemoryChartProps) => {
  const t = useTranslations('overview.overTime')
  const charts = useTranslations('charts')
  const formats = useFormats()
  const { points = [], resolution = 60, cost = null } = samples ?? {}
  const { window, formatTime, every } = useTimeWords(range, resolution, readAt)
  const values = lines.map(({ id, look }) => ({ id, look, values: points.map((point) => point[id]) }))
  return (
    <Chart
      title={t('memory')}
      source={{
        text: [
          every,
          ...(cost === null
            ? []
            : [
                t('cost', {
                  share: formats.percent(cost.ofCore),
                  cpu: formats.duration(cost.cpuMilliseconds),
                }),
              ]),
        ].join(' '),
      }}
      legend={[
        ...lines.map(({ id, look }) => ({ label: t(id), look })),
        { label: t('awake'), look: { ...colours.awake, mark: 'area' } },
      ]}
      data={{
        columns: [
          { key: 'at', label: charts('time') },
          { key: 'tenants', label: t('present'), format: formats.number },
          { key: 'awake', label: t('awake'), format: formats.number },
          { key: 'pss_bytes', label: t('pss'), format: formats.bytes },
          { key: 'systemd_pss_bytes', label: t('systemd'), format: formats.bytes },
          { key: 'pilot_pss_bytes', label: t('pilot'), format: formats.bytes },
          { key: 'memory_current_bytes', label: t('cgroup'), format: formats.bytes },
          { key: 'available_bytes', label: t('available'), format: formats.bytes },
        ],
        rows: points.map((point) => [
          point.at,
          point.tenants,
          point.awake,
          point.pss,
          point.systemd,
          point.pilot,
          point.memoryCurrent,
          point.available,
        ]),
      }}
      file={`pilot-memory-${range}`}
      height={panelsHeight([{ height: heights.memory }, { height: heights.awake }])}
      reading={samples === undefined}
      empty={samples !== undefined && points.length === 0 ? charts('noSamples') : undefined}
    >
      <TimePlot
        label={t('memory')}
        hint={charts('hintTime')}
        times={points.map(({ at }) => Date.parse(at))}
        window={window}
        resolution={resolution}
        formatTime={formatTime}
        panels={[
          {
            id: 'memory',
            height: heights.memory,
            base: 1024,
            format: formats.bytes,
            series: values.map((series) => ({ ...series, kind: 'line' as const })),
          },
          {
            id: 'awake',
            label: t('awake'),
            height: heights.awake,
            base: 1000,
            least: 2,
            format: formats.number,
            series: [
              { id: 'awake', look: colours.awake, kind: 'area', values: points.map(({ awake }) => awake) },
            ],
          },
        ]}
        describe={(index) => {
          const point = points[index]
          return point === undefined
            ? ''
            : t('said', {
                time: formats.moment(point.at),
                pss: formats.bytes(point.pss),
                systemd: formats.bytes(point.systemd),
                pilot: formats.bytes(point.pilot),
                awake: formats.number(Math.round(point.awake * 10) / 10),
                tenants: formats.number(Math.round(point.tenants)),
              })
        }}
      />
    </Chart>
  )
}

const lines = [
  { id: 'pss', look: { ...colours.awake } },
  { id: 'systemd', look: { ...colours.quiet, dash: 'long' } },
  { id: 'pilot', look: { ...colours.teal, dash: 'short' } },
] as const satisfies readonly { id: 'pss' | 'systemd' | 'pilot'; look: SeriesLook }[]
