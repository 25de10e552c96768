import { PilotError, speak, strangerIn, visible, type PlannedStep } from '@pilot/contract'
import { paint, printDocument, printLine, type Output, type Style } from '../output/output.ts'
import type { Pilot } from '../pilot.ts'

interface PlanOptions {
  readonly json: boolean
  /** The command passes by what Pilot did not make, and goes on. */
  readonly passesStrangers?: boolean
}

/**
 * What would be done: a line for each step, below it the texts that would be written.
 * @throws PilotError `foreign-resource` where the command itself would, once all is told
 */
export const printPlan = (
  { stdout }: Pilot,
  steps: readonly PlannedStep[],
  { json, passesStrangers = false }: PlanOptions,
): void => {
  const tenants = Map.groupBy(steps, ({ tenant }) => tenant)
  if (json) printDocument(stdout, steps)
  else {
    for (const [tenant, own] of tenants) {
      if (tenants.size > 1) printLine(stdout, paint(stdout, 'bold', visible(tenant)))
      for (const step of own) printStep(stdout, step)
    }
    printLine(stdout, sumUp([...tenants.values()], passesStrangers))
  }
  const stranger = passesStrangers ? undefined : strangerIn(steps)
  if (stranger !== undefined)
    throw new PilotError({ code: 'foreign-resource', kind: stranger.kind, name: stranger.name })
}

const printStep = (output: Output, step: PlannedStep): void => {
  printLine(output, describe(output, step))
  if (step.action === 'create' || step.action === 'change')
    for (const { title, text } of step.artefacts)
      printLine(
        output,
        `${indent(visible(title))}\n${paint(output, 'dim', indent(indent(visible(text.trimEnd(), '\n\t'))))}`,
      )
}

const describe = (output: Output, { action, step, details }: PlannedStep): string => {
  const why = details.map(speak.stepDetail).join('; ')
  return `${paint(output, styles[action], action.padEnd(8))} ${step.padEnd(12)} ${visible(why)}`.trimEnd()
}

/** A tenant in whose way a stranger stands is refused as a whole, so none of its steps acts. */
const sumUp = (tenants: readonly (readonly PlannedStep[])[], passesStrangers: boolean): string => {
  const refused = passesStrangers ? [] : tenants.filter((own) => strangerIn(own) !== undefined)
  const steps = tenants.flat()
  const acting = tenants
    .filter((own) => !refused.includes(own))
    .flat()
    .filter(({ action }) => action !== 'keep' && action !== 'foreign')
  const names = refused.flatMap(([step]) => step?.tenant ?? []).join(', ')
  const refusal = names === '' ? '' : ` ${names} would be refused.`
  return acting.length === 0
    ? `Nothing would be changed.${refusal}`
    : `${acting.length} of ${steps.length} steps would act; nothing was done.${refusal}`
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '    ')

const styles: Record<PlannedStep['action'], Style> = {
  create: 'green',
  change: 'yellow',
  keep: 'dim',
  remove: 'red',
  foreign: 'red',
}
