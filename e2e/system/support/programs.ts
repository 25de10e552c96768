import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { host } from './pilot.ts'

/** Where the trial programs stand on the host. */
export const programs = '/opt/trial'

/** Copies e2e/system/programs onto the host, readable by every account. */
export const installPrograms = async (): Promise<void> => {
  const target = join(host.rootDirectory, programs)
  await mkdir(target, { recursive: true })
  await cp(join(import.meta.dirname, '../programs'), target, { recursive: true })
  await host.exec(['chmod', '-R', 'a+rX', programs])
}
