import { firstTenantUid, lastTenantUid } from '@pilot/render'

/** The lowest uid of the tenants' range that nobody has: not in passwd or group, and never given out by us. */
export const chooseUid = (inUse: ReadonlySet<number>, givenOut: ReadonlySet<number>): number => {
  for (let uid = firstTenantUid; uid <= lastTenantUid; uid += 1)
    if (!inUse.has(uid) && !givenOut.has(uid)) return uid
  throw new Error(`all ${lastTenantUid - firstTenantUid + 1} uids of the tenants' range are given out`)
}
