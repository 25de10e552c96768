import { execa } from 'execa'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Waits for a lock on a file and holds it until disposed, or until this process ends in whatever way: flock(1)
 * then reads the end of its input and leaves.
 */
export const holdLock = async (path: string): Promise<AsyncDisposable> => {
  const lock = await take(path, [])
  if (!lock) throw new Error(`${path} cannot be locked.`)
  return lock
}

/** Takes the lock only if nobody has it; undefined else. */
export const tryLock = (path: string): Promise<AsyncDisposable | undefined> => take(path, ['--nonblock'])

const take = async (path: string, options: string[]): Promise<AsyncDisposable | undefined> => {
  await mkdir(dirname(path), { recursive: true })
  const holder = execa('flock', [...options, '--exclusive', path, 'sh', '-c', 'echo held; exec cat'], {
    stdin: 'pipe',
    reject: false,
    buffer: false,
  })
  const held = await new Promise<boolean>((resolve) => {
    holder.stdout.once('data', () => resolve(true))
    void holder.then(() => resolve(false))
  })
  if (!held) return undefined
  return {
    [Symbol.asyncDispose]: async () => {
      holder.stdin.end()
      await holder
    },
  }
}
