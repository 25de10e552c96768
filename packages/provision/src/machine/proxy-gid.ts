import { PilotError } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { proxyGroup } from '@pilot/render'

/**
 * The gid of the group that Caddy runs as: it may connect to tenants' sockets.
 *
 * @throws PilotError `service-down` where Caddy is not installed
 */
export const findProxyGid = async ({ accounts }: Host): Promise<number> => {
  const gid = await accounts.findGroup(proxyGroup)
  if (gid === undefined)
    throw new PilotError({
      code: 'service-down',
      service: 'caddy',
      detail: `there is no group ${proxyGroup}`,
    })
  return gid
}
