import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory, stateDirectory } from '../directories.ts'
import { stopForwarder } from '../forwarder.ts'
import { listInstances } from '../instance.ts'
import { stop } from '../nspawn.ts'
import { removeRoot, unmountRoot } from '../root-directory.ts'

/** Stops every host of this machine, those of tests too. With `purge` their files and the caches go as well. */
export const down = async ({ purge = false }: { purge?: boolean }): Promise<void> => {
  for (const of of await listInstances()) {
    await stopForwarder(of)
    await stop(of)
    await unmountRoot(of)
    if (purge) await removeRoot(of)
    console.error(`Host "${of.name}" is ${purge ? 'gone' : 'stopped'}.`)
  }
  if (!purge) return
  for (const path of ours) await rm(path, { recursive: true, force: true })
  console.error('The caches are gone.')
}

/** By name, because both folders can be chosen, and may hold more than what we put there. */
const ours = [
  ...['tools', 'roots', 'install.log', 'setup.lock', 'package.lock'].map((name) =>
    join(cacheDirectory, name),
  ),
  ...globSync(join(stateDirectory, '*.lock')),
]
