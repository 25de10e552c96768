import { instance } from '../host/instance.ts'
import { requireLeader } from '../host/nspawn.ts'
import setUpHost from '../system/setup.ts'
import { hostName } from '../system/support/host-name.ts'

/** A fresh host with the package, as the system tests have one, and the way into its network for the browser. */
export default async function setup(): Promise<() => Promise<void>> {
  const tearDown = await setUpHost()
  process.env['PILOT_UI_LEADER'] = String(await requireLeader(instance(hostName)))
  return tearDown
}
