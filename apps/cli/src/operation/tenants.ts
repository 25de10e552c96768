import { explain, visible } from '@pilot/contract'
import { formatDuration } from '../output/amounts.ts'
import { paint, type Output } from '../output/output.ts'
import type { Progress } from './progress.ts'
import { createStatusLine } from './status-line.ts'

/** Many tenants: a line for each that failed; on a terminal a count of all, otherwise a line for each. */
export const showTenants = (output: Output, total: number): Progress => {
  const line = createStatusLine(output)
  const started = Date.now()
  let ended = 0
  line.show(
    () => `${ended} of ${total} tenants ${paint(output, 'dim', formatDuration(Date.now() - started))}`,
  )
  return {
    take: (event) => {
      if (event.event !== 'tenant-finished') return
      ended += 1
      if (event.problem !== null)
        line.print(`${paint(output, 'red', '✗')} ${event.tenant}  ${visible(explain(event.problem))}`)
      else if (!output.isTerminal) line.print(`✓ ${event.tenant}  ${formatDuration(event.milliseconds)}`)
    },
    close: line.close,
  }
}
