import { firstTenantUid, lastTenantUid } from '@pilot/render'

/**
 * The next uid of the tenants' range after the one given out last that nobody has: not in passwd or group, and not
 * in our store. Going round, so that a uid rests as long as it can before somebody else gets it: right after a
 * deletion systemd-logind may still be taking its old user down, and would end the new one.
 */
export const chooseUid = (
  inUse: ReadonlySet<number>,
  isGivenOut: (uid: number) => boolean,
  last: number | undefined,
): number => {
  const count = lastTenantUid - firstTenantUid + 1
  const start = last === undefined ? 0 : last + 1 - firstTenantUid
  for (let turn = 0; turn < count; turn += 1) {
    const uid = firstTenantUid + ((start + turn) % count)
    if (!inUse.has(uid) && !isGivenOut(uid)) return uid
  }
  throw new Error(`all ${count} uids of the tenants' range are given out`)
}
