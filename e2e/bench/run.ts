import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from '../host/directories.ts'
import { openHost } from '../host/index.ts'
import { instance } from '../host/instance.ts'
import { holdLock } from '../host/lock.ts'
import { ensurePackage, installPackage } from '../host/package-file.ts'
import { writeWhole } from '../host/write-whole.ts'
import { groups, type GroupName } from './groups/index.ts'
import type { GroupReport, Report } from './report.ts'
import { benchOn, type Bench } from './support/bench.ts'
import { describeMachine } from './support/describe-machine.ts'

export interface RunOptions {
  readonly quick: boolean
  /** All where it is left out. */
  readonly only?: readonly GroupName[]
}

/** Measures everything on a fresh host of its own, and keeps the report in `artifacts/`. */
export const runBench = async ({ quick, only }: RunOptions): Promise<Report> => {
  const of = instance('bench')
  await using _lock = await holdLock(of.lock)
  const file = await ensurePackage()
  // What an interrupted run left.
  await (await openHost(of.name)).destroy()
  await using host = await openHost(of.name)
  await host.boot()
  await installPackage(host, file)
  await mkdir(artifacts, { recursive: true })
  try {
    const report = await measureAll(await benchOn(host, { quick }), only)
    await writeWhole(reportFile(quick), `${JSON.stringify(report, null, 2)}\n`)
    return report
  } catch (error) {
    const { stdout } = await host.exec(['journalctl', '--boot', '--no-pager', '--output=short-precise'])
    await writeWhole(join(artifacts, 'bench-journal.log'), stdout)
    throw error
  }
}

const measureAll = async (bench: Bench, only: RunOptions['only']): Promise<Report> => {
  const machine = await describeMachine(bench)
  const done: GroupReport[] = []
  for (const { name, title, measure } of groups.filter((group) => only?.includes(group.name) ?? true)) {
    const started = performance.now()
    process.stderr.write(`[bench] ${title} ...`)
    const figures = await measure(bench)
    const seconds = (performance.now() - started) / 1000
    process.stderr.write(` ${seconds.toFixed(0)} s\n`)
    done.push({ name, title, seconds, figures })
  }
  return { date: new Date().toISOString(), quick: bench.quick, machine, groups: done }
}

const artifacts = join(repository, 'artifacts')

/** A quick run never replaces the figures of a whole one. */
export const reportFile = (quick: boolean): string =>
  join(artifacts, quick ? 'bench-quick.json' : 'bench.json')
