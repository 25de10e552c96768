'use client'

import type { ComparedVariant, ComparedVariantResult, Comparison } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { Chart } from '../../components/chart/chart.tsx'
import { rowsHeight } from '../../components/chart/heights.ts'
import { BarsPlot } from '../../components/chart/plots.ts'
import { needsLog } from '../../components/chart/ticks.ts'
import { useFormats } from '../../i18n/use-formats.ts'
import { useReasons } from '../../i18n/use-reasons.ts'
import { useScale } from '../../components/chart/use-scale.ts'
import { useComparisonSource } from '../../shared/comparisons/use-comparison-words.ts'
import { variantLooks } from '../../shared/comparisons/variants.ts'

/** PID 1's memory grows in steps of pages: of fewer tenants than that, a step more or less is most of the figure. */
const telling = 10

/** What one more tenant takes, beside one more container. */
export const IdleChart = ({ comparison }: { comparison: Comparison }) => {
  const t = useTranslations('compare')
  const formats = useFormats()
  const reasons = useReasons()
  const source = useComparisonSource()(comparison, comparison.machine?.hostname)
  const rows = comparison.results.map(({ variant, state, memory, count, reason }) => {
    const label = t(`variants.${variant}`)
    const each = memory?.perTenant ?? null
    const text = each === null ? t(`states.${state}`) : formats.bytes(each)
    return {
      id: variant,
      variant,
      label,
      value: each,
      text,
      look: variantLooks[variant],
      count,
      state,
      reason,
    }
  })
  const scale = useScale(needsLog(rows.flatMap(({ value }) => value ?? [])))
  const asleep = rows.find(({ id }) => id === 'tenant')?.value
  const container = rows
    .filter(({ id, value }) => (id === 'podman' || id === 'docker') && value !== null)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]
  return (
    <Chart
      title={t('idle.title')}
      summary={
        comparison.count < telling
          ? t('idle.few', { count: comparison.count })
          : asleep != null && asleep > 0 && container?.value != null
            ? t('idle.summary', {
                tenant: formats.bytes(asleep),
                container: formats.bytes(container.value),
                kind: container.label,
                times: formats.number(Math.round(container.value / asleep)),
              })
            : t('idle.about')
      }
      source={source}
      data={{
        columns: [
          {
            key: 'variant',
            label: t('columns.variant'),
            say: (word) => t(`variants.${word as ComparedVariant}`),
          },
          { key: 'per_tenant_bytes', label: t('columns.each'), format: formats.bytes },
          { key: 'count', label: t('columns.count'), format: formats.number },
          {
            key: 'state',
            label: t('columns.state'),
            say: (word) => t(`states.${word as ComparedVariantResult['state']}`),
          },
        ],
        rows: rows.map(({ variant, value, count, state }) => [variant, value, count, state]),
      }}
      file={`pilot-idle-${comparison.id}`}
      scale={scale.control}
      height={rowsHeight(rows.length)}
    >
      <BarsPlot
        label={t('idle.title')}
        hint={t('hintRows')}
        rows={rows.map(({ reason, ...row }) => ({
          ...row,
          said: [`${row.label}: ${row.text}`, ...(reason === null ? [] : [reasons.ofVariant(reason)])].join(
            '. ',
          ),
        }))}
        scale={scale.value}
        unit="bytes"
        format={formats.bytes}
      />
    </Chart>
  )
}
