import type { Bench } from './bench.ts'
import { lookAtMemory, type Memory } from './memory.ts'

/** Many tenants that nobody visits, and the machine's memory without and with them. */
export interface Crowd {
  readonly count: number
  readonly first: string
  readonly before: Memory
  readonly after: Memory
  /** How long `pilot create-fake-users` took. */
  readonly seconds: number
}

/** Made when first asked for: the groups that count on them share them, and they stay until the host goes. */
export const crowd = (bench: Bench): Promise<Crowd> => {
  const made = crowds.get(bench) ?? make(bench)
  crowds.set(bench, made)
  return made
}

const crowds = new WeakMap<Bench, Promise<Crowd>>()

const make = async (bench: Bench): Promise<Crowd> => {
  const count = bench.count({ full: 1000, quick: 20 })
  // What comes with the first tenant comes once.
  await bench.mustPilot('create-tenant', '--name=benchfirst')
  const before = await lookAtMemory(bench)
  const started = performance.now()
  await bench.mustPilot('create-fake-users', `--count=${count}`, '--prefix=crowd')
  const seconds = (performance.now() - started) / 1000
  // What is created is written to the disk now, so that it does not burden what is measured next: each removal of a
  // database waits for a checkpoint.
  await bench.sql('checkpoint')
  return { count, first: 'crowd1', before, after: await lookAtMemory(bench), seconds }
}
