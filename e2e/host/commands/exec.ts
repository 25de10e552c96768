import { spawn } from 'node:child_process'
import { enterHost } from '../enter.ts'
import { instance } from '../instance.ts'
import { leaderOf } from '../nspawn.ts'
import { Refusal } from '../refusal.ts'

/** Runs a program on the host as root, on this terminal; gives its exit code. */
export const exec = async (argv: readonly string[]): Promise<number> => {
  const leader = await leaderOf(instance('pilot'))
  if (leader === undefined) throw new Refusal('The host is not running. Start it with: ./pilot up')
  const { file, args, env } = enterHost(leader, argv, { env: terminal() })
  const child = spawn(file, args, { env, stdio: 'inherit' })
  // A terminal sends these to the program too; it decides what they mean, and we pass on how it ends.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) process.on(signal, () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 255))
  })
}

/** What a program may know of the terminal in front of it. */
const terminal = (): Record<string, string> =>
  Object.fromEntries(
    ['COLORTERM', 'COLUMNS', 'LINES', 'NO_COLOR', 'FORCE_COLOR'].flatMap((name) => {
      const value = process.env[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
