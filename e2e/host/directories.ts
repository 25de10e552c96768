import { join } from 'node:path'

/** The repository. */
export const repository = join(import.meta.dirname, '../..')

/** What can be made again at any time: tools and root images. */
export const cacheDirectory = process.env['PILOT_HOST_CACHE'] ?? '/var/cache/pilot-host'

/** The hosts themselves, one folder each. */
export const stateDirectory = process.env['PILOT_HOST_STATE'] ?? '/var/lib/pilot-host'
