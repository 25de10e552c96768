import type { StepName } from '@pilot/contract'
import type { Step } from '../step.ts'
import { steps } from '../steps/index.ts'

/** All that has to stand before the step is made: what it needs, and what that needs. */
export const allNeeds = ({ needs }: Step): readonly StepName[] => [
  ...new Set(needs.flatMap((need) => [...allNeeds(steps[need]), need])),
]

/** The steps so that each comes after all for which it waits; where that leaves a choice, as they are listed. */
const inOrder = (listed: readonly Step[], waitsFor: (step: Step) => readonly StepName[]): readonly Step[] => {
  const ordered: Step[] = []
  const stands = (name: StepName): boolean => ordered.some((step) => step.name === name)
  while (ordered.length < listed.length) {
    const next = listed.find((step) => !stands(step.name) && waitsFor(step).every(stands))
    if (next === undefined) {
      const waiting = listed.filter(({ name }) => !stands(name)).map(({ name }) => name)
      throw new Error(`these steps wait for each other: ${waiting.join(', ')}`)
    }
    ordered.push(next)
  }
  return ordered
}

/** In the order in which they are made. */
export const making = inOrder(Object.values(steps), ({ needs }) => needs)

/** In the order in which they are taken away. */
export const removing = inOrder(Object.values(steps), ({ removedAfter }) => removedAfter)
