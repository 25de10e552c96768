import { TenantState } from '@pilot/contract'

export type Counts = Record<TenantState, number>

/** How many are in each state, 0 included. */
export const countStates = (states: Iterable<TenantState>): Counts => {
  const counts = Object.fromEntries(TenantState.options.map((state) => [state, 0])) as Counts
  for (const state of states) counts[state] += 1
  return counts
}
