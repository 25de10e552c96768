import type { Operator } from '@pilot/contract'

/** True where nobody else could manage operators: the agent refuses to remove this one or to lower the role. */
export const isLastAdmin = (operators: readonly Operator[], name: string): boolean => {
  const admins = operators.filter(({ role, state }) => role === 'admin' && state === 'active')
  return admins.length === 1 && admins[0]?.name === name
}
