import { explainState, type TenantStatus } from '@pilot/contract'

/** A tenant for programs: the fact why it is in its state, and before it what that says in English. */
export const tenantDocument = ({ name, state, since, reason, ...rest }: TenantStatus) => ({
  name,
  state,
  since,
  reason: explainState(reason),
  reasonFact: reason,
  ...rest,
})
