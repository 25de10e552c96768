import { ComparedVariant, visible, type ComparisonSummary } from '@pilot/contract'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { Pilot } from '../pilot.ts'
import { signedBytes } from './signed-bytes.ts'

export const printHistory = async (
  { stdout }: Pilot,
  comparisons: readonly ComparisonSummary[],
  { json }: { json: boolean },
): Promise<void> => {
  if (json) printDocument(stdout, comparisons)
  else if (comparisons.length === 0) printLine(stdout, 'Nothing was compared yet; "pilot compare" does it.')
  else printLine(stdout, await renderTable(stdout, headings, comparisons.map(toRow)))
}

const headings = [
  'ID',
  'STARTED',
  'STATE',
  'N',
  'BY',
  ...ComparedVariant.options.map((name) => name.toUpperCase()),
]

const toRow = ({ id, startedAt, state, count, actor, perTenant }: ComparisonSummary): readonly string[] => [
  id,
  formatLocalTime(startedAt),
  state,
  String(count),
  visible(actor),
  ...ComparedVariant.options.map((variant) => {
    const bytes = perTenant[variant]
    return bytes === undefined ? '-' : signedBytes(bytes)
  }),
]
