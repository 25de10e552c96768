import { execa } from 'execa'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Waits for a lock on a file and holds it until disposed, or until this process ends in whatever way:
 * flock(1) then reads the end of its input and leaves.
 */
export const holdLock = async (path: string): Promise<AsyncDisposable> => {
  await mkdir(dirname(path), { recursive: true })
  const holder = execa('flock', ['--exclusive', path, 'sh', '-c', 'echo held; exec cat'], {
    stdin: 'pipe',
    reject: false,
    buffer: false,
  })
  await new Promise<void>((resolve, reject) => {
    holder.stdout.once('data', () => resolve())
    void holder.then(() => reject(new Error(`flock could not lock ${path}.`)))
  })
  return {
    [Symbol.asyncDispose]: async () => {
      holder.stdin.end()
      await holder
    },
  }
}
