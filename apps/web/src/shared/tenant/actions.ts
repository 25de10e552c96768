import { hasPart, includesRole, type Role, type TenantStatus } from '@pilot/contract'

/** What can be done with a tenant from the list. */
export const powerActions = ['wake', 'sleep', 'suspend', 'resume'] as const
export type PowerAction = (typeof powerActions)[number]
export type BulkAction = PowerAction | 'delete'

/** The actions that the agent would not refuse for this role and in this state, in the order in which they are shown. */
export const actionsFor = (
  role: Role,
  { state, spec }: Pick<TenantStatus, 'state' | 'spec'>,
): BulkAction[] => {
  if (!includesRole(role, 'operator')) return []
  const able: Record<BulkAction, boolean> = {
    wake: hasPart(spec, 'units') && ['asleep', 'failing'].includes(state),
    sleep: hasPart(spec, 'units') && ['awake', 'waking'].includes(state),
    suspend: hasPart(spec, 'socket') && !spec.suspended && state !== 'deleted',
    resume: hasPart(spec, 'socket') && spec.suspended && state !== 'deleted',
    delete: true,
  }
  return ([...powerActions, 'delete'] as const).filter((action) => able[action])
}
