'use client'

import type { TenantStatus } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../../i18n/use-formats.ts'
import { DataTable } from './data-table.tsx'
import { linesOf, type Sample } from './samples.ts'

interface MemoryChartProps {
  readonly samples: readonly Sample[]
  readonly status: TenantStatus
}

const width = 600
const height = 120

/** Memory since the page was opened: nobody has measured it before. */
export const MemoryChart = ({ samples, status: { pss, memoryCurrent, processes } }: MemoryChartProps) => {
  const t = useTranslations('tenant.figures')
  const formats = useFormats()
  const first = samples[0]
  const from = first?.time ?? 0
  const to = Math.max(samples.at(-1)?.time ?? 0, from + 60_000)
  const most = Math.max(1, ...samples.map((sample) => sample.pss ?? 0)) * 1.15
  const lines = linesOf(samples)
  const point = ({ time, bytes }: { time: number; bytes: number }): string =>
    `${((time - from) / (to - from)) * width},${height - (bytes / most) * height}`
  return (
    <section aria-labelledby="memory" className="min-w-0">
      <h2 id="memory" className="font-semibold">
        {t('memory')}
      </h2>
      <dl className="flex flex-wrap gap-x-8 gap-y-1 pt-1 pb-3">
        <Amount
          label={t('pss')}
          hint={t('pssHint')}
          text={processes.length === 0 ? t('noProcess') : formats.bytes(pss)}
        />
        <Amount
          label={t('cgroup')}
          hint={t('cgroupHint')}
          text={
            processes.length === 0 && memoryCurrent === null ? t('noProcess') : formats.bytes(memoryCurrent)
          }
        />
      </dl>
      <div className="relative">
        {lines.length > 0 ? null : (
          <p className="absolute inset-0 flex items-center justify-center text-sm text-ink-3">
            {samples.length === 0 ? t('firstSoon') : t('nothingMeasured')}
          </p>
        )}
        <svg
          role="img"
          aria-label={t('memoryChart')}
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="none"
          className="block h-30 w-full border-b bg-sunken/50"
        >
          {lines.map((line) => (
            <polyline
              key={line[0]?.time}
              // A single look is a dot's width of line.
              points={[...line, ...line.slice(-1).map((last) => ({ ...last, time: last.time + 1000 }))]
                .map(point)
                .join(' ')}
              fill="none"
              vectorEffect="non-scaling-stroke"
              strokeWidth={2}
              strokeLinejoin="round"
              className="stroke-awake"
            />
          ))}
        </svg>
      </div>
      <p className="flex min-h-5 justify-between gap-4 pt-1 text-xs text-ink-3">
        <span>{first === undefined ? null : t('sinceOpened', { time: formats.clock(first.time) })}</span>
        <span>
          {samples.some(({ pss }) => pss !== null)
            ? t('upTo', { size: formats.bytes(Math.round(most)) })
            : null}
        </span>
      </p>
      <DataTable
        label={t('asTable')}
        columns={[t('time'), t('pss'), t('processes')]}
        rows={samples
          .toReversed()
          .map((sample) => [
            formats.exact(sample.time),
            sample.processes === 0 ? t('noProcess') : formats.bytes(sample.pss),
            formats.number(sample.processes),
          ])}
      />
    </section>
  )
}

const Amount = ({ label, hint, text }: { label: string; hint: string; text: string }) => (
  <div className="min-w-28">
    <dt className="text-xs text-ink-3" title={hint}>
      {label}
    </dt>
    <dd className="text-lg font-medium">{text}</dd>
  </div>
)
