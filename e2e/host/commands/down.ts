import { globSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheDirectory, stateDirectory } from '../directories.ts'
import { stopForwarder } from '../forwarder.ts'
import { listInstances } from '../instance.ts'
import { tryLock } from '../lock.ts'
import { stop } from '../nspawn.ts'
import { Refusal } from '../refusal.ts'
import { isImageMounted, removeRoot, unmountRoot } from '../root-directory.ts'

/**
 * Stops every host of this machine, what an interrupted test left too; not one that somebody is working on just
 * now. With `purge` their files and the caches go as well.
 */
export const down = async ({ purge = false }: { purge?: boolean }): Promise<void> => {
  let busy = false
  for (const of of await listInstances()) {
    await using lock = await tryLock(of.lock)
    if (!lock) {
      console.error(`Host "${of.name}" is in use by another ./pilot, and stays.`)
      busy = true
      continue
    }
    await stopForwarder(of)
    await stop(of)
    await unmountRoot(of)
    if (purge) await removeRoot(of)
    console.error(`Host "${of.name}" is ${purge ? 'gone' : 'stopped'}.`)
  }
  if (!purge) return
  if (busy) throw new Refusal('The caches stay too, because a host is in use. Try again when that is done.')
  if (await isImageMounted())
    throw new Refusal('The caches stay, because a host in another folder (PILOT_HOST_STATE) is made of them.')
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
