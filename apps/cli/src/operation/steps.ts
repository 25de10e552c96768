import { formatDuration } from '../output/amounts.ts'
import { paint, type Output } from '../output/output.ts'
import type { Progress } from './progress.ts'
import { createStatusLine } from './status-line.ts'

/** The steps of one tenant, a line each; on a terminal the one in work counts its time. */
export const showSteps = (output: Output): Progress => {
  const line = createStatusLine(output)
  const describe = (step: string, time: string) => `${step.padEnd(12)} ${paint(output, 'dim', time)}`
  return {
    take: (event) => {
      if (event.event === 'step-started') {
        const started = Date.now()
        line.show(() => describe(event.step, formatDuration(Date.now() - started)))
      } else if (event.event === 'step-finished') {
        const time = formatDuration(event.milliseconds)
        line.hide()
        line.print(
          `${paint(output, 'green', '✓')} ${describe(event.step, event.changed ? time : `${time}, as it was`)}`,
        )
      } else if (event.event === 'step-failed') {
        line.hide()
        // The reason follows as the last line, from the one place that tells errors.
        line.print(`${paint(output, 'red', '✗')} ${event.step}`)
      }
    },
    close: line.close,
  }
}
