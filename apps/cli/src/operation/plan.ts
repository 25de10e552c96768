import { speak, type PlannedStep } from '@pilot/contract'
import { paint, printDocument, printLine, type Output, type Style } from '../output/output.ts'
import { visible } from '../output/visible.ts'
import type { Pilot } from '../pilot.ts'

/** What would be done: a line for each step, below it the texts that would be written. */
export const printPlan = (
  { stdout }: Pilot,
  steps: readonly PlannedStep[],
  { json }: { json: boolean },
): void => {
  if (json) {
    printDocument(stdout, steps)
    return
  }
  for (const step of steps) {
    printLine(stdout, describe(stdout, step))
    if (step.action === 'create' || step.action === 'change')
      for (const { title, text } of step.artefacts)
        printLine(
          stdout,
          `${indent(visible(title))}\n${paint(stdout, 'dim', indent(indent(visible(text.trimEnd(), '\n\t'))))}`,
        )
  }
  const open = steps.filter(({ action }) => action !== 'keep').length
  printLine(
    stdout,
    open === 0
      ? 'Nothing would be changed.'
      : `${open} of ${steps.length} steps would act; nothing was done.`,
  )
}

const describe = (output: Output, { action, step, details }: PlannedStep): string => {
  const why = details.map(speak.stepDetail).join('; ')
  return `${paint(output, styles[action], action.padEnd(8))} ${step.padEnd(12)} ${visible(why)}`.trimEnd()
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ')

const styles: Record<PlannedStep['action'], Style> = {
  create: 'green',
  change: 'yellow',
  keep: 'dim',
  remove: 'red',
  foreign: 'red',
}
