import type { Comparison, ComparisonSummary } from '@pilot/contract'
import { useTranslations } from 'next-intl'
import { useFormats } from '../../i18n/use-formats.ts'
import type { ChartSource } from '../../components/chart/chart.tsx'
import { comparisonAddress } from './queries.ts'

/** Says which comparison figures are from: when, of how many, and where. */
export const useComparisonSource = (): ((
  comparison: Pick<Comparison, 'id' | 'startedAt' | 'count'>,
  host?: string,
) => ChartSource) => {
  const t = useTranslations('compare.source')
  const formats = useFormats()
  return ({ id, startedAt, count }, host) => {
    const words = { time: formats.exact(startedAt), count }
    return {
      text: host === undefined ? t('comparison', words) : t('comparisonOn', { ...words, host }),
      href: comparisonAddress(id),
    }
  }
}

/** How long one took or has been running so far; null before it ended. */
export const lastedOf = ({ startedAt, finishedAt }: ComparisonSummary): number | null =>
  finishedAt === null ? null : Date.parse(finishedAt) - Date.parse(startedAt)
