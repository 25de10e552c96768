import type { TenantState, TenantStatus } from '@pilot/contract'
import { paint, type Output, type Style } from './output.ts'

export const paintState = (output: Output, state: TenantState, text: string = state): string =>
  paint(output, styles[state], text)

/** True where the state alone does not tell what an admin must know. */
export const needsReason = ({ state }: TenantStatus): boolean =>
  state === 'failing' || state === 'degraded' || state === 'partial'

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
