import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { paths } from '@pilot/render'
import { execa } from 'execa'
import type { CompareAgent } from './agent.ts'
import { each } from './each.ts'
import { leaveHostAsFound } from './host-as-found.ts'
import { comparisonLabel } from './image.ts'
import { endStrays } from './variants/end-strays.ts'
import { podmanArguments, podmanEnvironment } from './variants/podman.ts'
import { podmanStorages, removeStorages } from './variants/podman-storage.ts'

/**
 * Removes everything that any comparison has left, and tells the agent. Run after every end of a comparison, and
 * by `pilot compare --clean`; where there is nothing it does nothing. Throws where something is left.
 */
export const clean = async (agent: CompareAgent): Promise<void> => {
  const removed: string[] = []
  // What the agent is not needed for comes first.
  removed.push(...(await cleanPodman()), ...(await cleanDocker()), ...(await leaveHostAsFound()))
  for (const folder of [paths.comparisonRun, paths.comparisonState])
    await rm(folder, { recursive: true, force: true })
  const { tenants } = await agent.work()
  await each(tenants, 4, async (name) => {
    await agent.purgeTenant(name)
    removed.push(`tenant ${name}`)
  })
  for (const what of removed) console.log(`removed ${what}`)
  await agent.report({ report: 'cleaned', removed })
}

const cleanPodman = async (): Promise<readonly string[]> => {
  const removed: string[] = []
  for (const storage of podmanStorages) {
    if (!existsSync(storage.root)) continue
    const driver = existsSync(`${storage.root}/overlay`) ? 'overlay' : 'vfs'
    const podman = async (...args: string[]): Promise<readonly string[]> => {
      const found = await execa('podman', podmanArguments(storage, driver, args), {
        env: podmanEnvironment,
        stdin: 'ignore',
        timeout: 120_000,
      })
      return found.stdout.split('\n').filter((line) => line !== '')
    }
    removed.push(
      ...(await podman('ps', '--all', '--format={{.Names}}')).map((name) => `podman container ${name}`),
    )
    await podman('rm', '--all', '--force', '--time=0')
    removed.push(
      ...(await podman('images', '--format={{.Repository}}:{{.Tag}}')).map((name) => `podman image ${name}`),
    )
    await podman('rmi', '--all', '--force')
  }
  removed.push(...(await endStrays()))
  await removeStorages()
  return removed
}

const cleanDocker = async (): Promise<readonly string[]> => {
  const docker = async (...args: string[]): Promise<readonly string[]> => {
    const found = await execa('docker', args, { reject: false, stdin: 'ignore', timeout: 120_000 })
    return found.failed ? [] : found.stdout.split('\n').filter((line) => line !== '')
  }
  const filter = `--filter=label=${comparisonLabel}`
  const containers = await docker('ps', '--all', filter, '--format={{.Names}}')
  if (containers.length > 0) await docker('rm', '--force', ...containers)
  const images = await docker('images', filter, '--format={{.Repository}}:{{.Tag}}')
  if (images.length > 0) await docker('rmi', '--force', ...images)
  return [
    ...containers.map((name) => `docker container ${name}`),
    ...images.map((name) => `docker image ${name}`),
  ]
}
