import type { StepName } from '@pilot/contract'
import type { OnEvent, StepEvent } from './perform.ts'

/**
 * Tells of steps that run beside each other as if they ran one after the other: readers see one story, the step that
 * is being waited for. The durations are as measured. `tellRest` when nothing runs any more.
 */
export const tellInOrder = (order: readonly StepName[], onEvent: OnEvent): InOrder => {
  const held: StepEvent[] = []
  let turn = 0
  const tell: OnEvent = (event) => {
    if (event.step !== order[turn]) {
      held.push(event)
      return
    }
    onEvent(event)
    if (event.event === 'step-started') return
    turn += 1
    for (const next of takeFrom(held, order[turn])) tell(next)
  }
  return {
    tell,
    // A step that was never begun holds up those after it.
    tellRest: () => {
      for (const step of order) for (const event of takeFrom(held, step)) onEvent(event)
    },
  }
}

interface InOrder {
  readonly tell: OnEvent
  readonly tellRest: () => void
}

const takeFrom = (held: StepEvent[], step: StepName | undefined): readonly StepEvent[] => {
  const taken = held.filter((event) => event.step === step)
  for (const event of taken) held.splice(held.indexOf(event), 1)
  return taken
}
