import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Host } from '../../host/index.ts'
import { host as shared } from './pilot.ts'

/** Where the trial programs stand on the host. */
export const programs = '/opt/trial'

/** Copies e2e/system/programs onto a host (else the one of this run), readable by every account. */
export const installPrograms = async (host: Host = shared): Promise<void> => {
  const target = join(host.rootDirectory, programs)
  await mkdir(target, { recursive: true })
  await cp(join(import.meta.dirname, '../programs'), target, { recursive: true })
  await host.exec(['chmod', '-R', 'a+rX', programs])
}
