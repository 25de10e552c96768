import { openHost } from '../../host/index.ts'
import { hostName } from './host-name.ts'
import { speakTo } from './speak-to.ts'

/** The one host of this run: booted and with the package installed by setup.ts. */
export const host = await openHost(hostName)

export const { pilot, mustPilot, run, shell, purge } = speakTo(host)
