import type { TenantState, TenantStatus } from '@pilot/contract'
import { paint, type Output, type Style } from './output.ts'

export const paintState = (output: Output, state: TenantState, text: string = state): string =>
  paint(output, styles[state], text)

/** A few words for a column, where the state alone does not tell what an admin must know; `pilot show` says it all. */
export const shortReason = ({ reason, failedStep }: TenantStatus): string | undefined => {
  switch (reason.code) {
    case 'problem':
      return failedStep === null ? reason.problem.code : `stopped at ${failedStep}`
    case 'being-changed':
      return 'being changed'
    case 'unseen':
      return 'its systemd does not answer'
    case 'socket-closed':
      return 'socket closed'
    case 'failed-again':
      return reason.status === null ? reason.result : `${reason.result} ${reason.status}`
    case 'failed-briefly':
      return 'opens again in a moment'
    case 'made-of-parts':
      return reason.parts.join(', ')
    default:
      return undefined
  }
}

const styles: Record<TenantState, Style> = {
  asleep: 'blue',
  waking: 'cyan',
  awake: 'green',
  failing: 'red',
  suspended: 'gray',
  degraded: 'red',
  partial: 'yellow',
  deleted: 'gray',
}
