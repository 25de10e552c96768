import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../host/directories.ts'
import { openHost } from '../host/index.ts'
import { instance } from '../host/instance.ts'
import { holdLock } from '../host/lock.ts'
import { ensurePackage, installPackage } from '../host/package-file.ts'
import { writeWhole } from '../host/write-whole.ts'
import { groups, type GroupName } from './groups/index.ts'
import { measureGroups } from './measure-groups.ts'
import type { GroupReport, Report } from './report.ts'
import { benchOn, type Bench } from './support/bench.ts'
import { describeMachine } from './support/describe-machine.ts'

export interface RunOptions {
  readonly quick: boolean
  /** All where it is left out. */
  readonly only?: readonly GroupName[]
}

/**
 * Measures everything on a fresh host of its own, and keeps the report in `artifacts/`, anew after each group. Of a
 * group that failed its error is in the report, and the journal of its host beside it.
 */
export const runBench = async ({ quick, only }: RunOptions): Promise<Report> => {
  const of = instance('bench')
  await using _lock = await holdLock(of.lock)
  const file = await ensurePackage()
  await mkdir(artifacts, { recursive: true })
  await using _last = { [Symbol.asyncDispose]: () => destroyHost(of.name) }
  const open = async (): Promise<Bench> => {
    // What an interrupted run left, or a group that failed.
    await destroyHost(of.name)
    const host = await openHost(of.name)
    await host.boot()
    await installPackage(host, file)
    return benchOn(host, { quick })
  }
  const first = await open()
  const machine = await describeMachine(first)
  const date = new Date().toISOString()
  const reportOf = (done: readonly GroupReport[]): Report => ({ date, quick, machine, groups: done })
  const asked = groups.filter(({ name }) => only?.includes(name) ?? true)
  const done = await measureGroups(asked, {
    first,
    renew: open,
    keep: (groups) => writeWhole(reportFile(quick), `${JSON.stringify(reportOf(groups), null, 2)}\n`),
    examine: keepJournal,
  })
  return reportOf(done)
}

const destroyHost = async (name: string): Promise<void> => (await openHost(name)).destroy()

const keepJournal = async (group: string, { host }: Bench): Promise<void> => {
  const { stdout } = await host.exec(['journalctl', '--boot', '--no-pager', '--output=short-precise'])
  await writeWhole(join(artifacts, `bench-${group}-journal.log`), stdout)
}

const artifacts = join(repository, 'artifacts')

/** A quick run never replaces the figures of a whole one. */
export const reportFile = (quick: boolean): string =>
  join(artifacts, quick ? 'bench-quick.json' : 'bench.json')
