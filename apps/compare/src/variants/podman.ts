import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ComparisonMethod } from '@pilot/contract'
import { paths } from '@pilot/render'
import { execa } from 'execa'
import { keepHostAsFound } from '../host-as-found.ts'
import { runEngine } from '../run-engine.ts'
import { makeRunFolder } from '../run-folder.ts'
import { podmanStorages, removeStorages, type Storage } from './podman-storage.ts'
import type { Engine } from './engine.ts'

/**
 * podman with a storage of its own, so that the containers and images of the machine's owner are never touched and
 * nothing is left when its folder is gone.
 */
export const podman = ({ hasPids }: { hasPids: boolean }): Engine => {
  let config: EngineConfig = { hasPids, hasKeyring: true }
  let chosen: { readonly storage: Storage; readonly driver: string } | undefined
  const command = (args: readonly string[]): readonly string[] => {
    if (chosen === undefined) throw new Error('podman has no storage yet')
    return podmanArguments(chosen.storage, chosen.driver, args)
  }
  return {
    variant: 'podman',
    findMissing: async () => {
      const { failed } = await execa('podman', ['--version'], { reject: false })
      return failed ? { code: 'engine-missing', engine: 'podman' } : undefined
    },
    open: async () => {
      await keepHostAsFound()
      await makeRunFolder()
      await writeFile(podmanConfig, renderConfig(config))
      chosen = await choose()
      return notesOf(chosen, { hasPids })
    },
    run: (args, input) => runEngine('podman', command(args), { env: podmanEnvironment, input }),
    relax: async (error) => {
      if (!config.hasKeyring || !error.includes('keyring')) return undefined
      config = { ...config, hasKeyring: false }
      await writeFile(podmanConfig, renderConfig(config))
      return { code: 'podman-without-keyring' }
    },
    removeCommand: ['rm', '--force', '--time=0'],
    daemonNames: [],
    close: async () => {
      if (chosen !== undefined)
        await runEngine('podman', command(['rmi', '--all', '--force']), { env: podmanEnvironment })
      await removeStorages()
    },
  }
}

const podmanConfig = join(paths.comparisonRun, 'containers.conf')
export const podmanEnvironment = {
  CONTAINERS_CONF: podmanConfig,
  // With it podman takes itself for the service of one container, and leaves conmon in our own cgroup.
  INVOCATION_ID: undefined,
}

/**
 * Locks in files: those in shared memory are one pool for all of the machine's podman, and a storage that podman
 * sees for the first time empties it (containers.conf(5), lock_type).
 */
const renderConfig = ({ hasPids, hasKeyring }: EngineConfig): string =>
  [
    '[containers]',
    ...(hasPids ? [] : ['pids_limit = 0']),
    ...(hasKeyring ? [] : ['keyring = false']),
    '[engine]',
    'lock_type = "file"',
    '',
  ].join('\n')

interface EngineConfig {
  readonly hasPids: boolean
  readonly hasKeyring: boolean
}

export const podmanArguments = (
  { root, run }: Storage,
  driver: string,
  args: readonly string[],
): readonly string[] => [
  `--root=${root}`,
  `--runroot=${run}`,
  `--tmpdir=${run}/tmp`,
  `--storage-driver=${driver}`,
  ...args,
]

/** Where overlayfs works, on the disk if it can be; else with a copy of the image for each container. */
const choose = async (): Promise<{ storage: Storage; driver: string }> => {
  for (const storage of podmanStorages) {
    await mkdir(storage.root, { recursive: true, mode: 0o700 })
    await mkdir(storage.run, { recursive: true, mode: 0o700 })
    const { failed } = await execa('podman', podmanArguments(storage, 'overlay', ['info']), {
      env: podmanEnvironment,
      reject: false,
      timeout: 60_000,
    })
    if (!failed) return { storage, driver: 'overlay' }
    await rm(storage.root, { recursive: true, force: true })
    await rm(storage.run, { recursive: true, force: true })
  }
  const [storage] = podmanStorages
  await mkdir(storage.root, { recursive: true, mode: 0o700 })
  await mkdir(storage.run, { recursive: true, mode: 0o700 })
  return { storage, driver: 'vfs' }
}

const notesOf = (
  { storage, driver }: { storage: Storage; driver: string },
  { hasPids }: { hasPids: boolean },
): readonly ComparisonMethod[] => {
  const notes: ComparisonMethod[] = []
  if (!hasPids) notes.push({ code: 'podman-without-pids' })
  if (driver === 'vfs') notes.push({ code: 'podman-copies-image' })
  else if (storage !== podmanStorages[0]) notes.push({ code: 'podman-image-in-memory' })
  return notes
}
