import { setTimeout as pause } from 'node:timers/promises'
import { until } from '../../system/support/until.ts'
import type { Bench } from '../support/bench.ts'
import { crowd } from '../support/crowd.ts'
import { lookAtMemory, memoryOf } from '../support/memory.ts'
import { single, type Figure } from '../report.ts'

/** What taking samples costs among a thousand tenants while some are awake. */
export const sampling = async (bench: Bench): Promise<Figure[]> => {
  const { count, first } = await crowd(bench)
  const names = Array.from({ length: bench.count({ full: 50, quick: 2 }) }, (_, index) =>
    first.replace(/\d+$/, String(index + 1)),
  )
  return whileAwake(bench, names, count)
}

const whileAwake = async (bench: Bench, names: readonly string[], count: number): Promise<Figure[]> => {
  const { run, mustPilot } = bench
  for (const name of names) {
    await mustPilot('set', '--name', name, '--idle=1h')
    await run('curl', '-fsS', '-o', '/dev/null', '-H', `Host: ${name}.localhost`, 'http://127.0.0.1/')
  }
  const spent = (): Promise<number> => spentBy(bench, 'pilot-sample.service')
  await until('the sampler has looked', spent, (milliseconds) => milliseconds > 0)
  // Every sixth look does what is done once a minute.
  const looks = bench.count({ full: 30, quick: 1 })
  const before = await spent()
  await pause(looks * 10_000)
  const milliseconds = (await spent()) - before
  const of = `${count} tenants, ${names.length} awake`
  const memory = await lookAtMemory(bench)
  return [
    single(
      { id: 'sampling.awake', title: `processor time of sampling, of a core: ${of}`, unit: '%' },
      milliseconds / looks / 100,
      looks,
    ),
    single(
      { id: 'sampling.memory', title: 'the sampler, while a tenant is awake', unit: 'KiB' },
      memoryOf(memory, ({ cgroup }) => cgroup.endsWith('/pilot-sample.service')),
    ),
  ]
}

/** Milliseconds of processor time of the unit's last run, with what systemd did to start it; NaN where it has none. */
const spentBy = async (bench: Bench, unit: string): Promise<number> => {
  const nanoseconds = Number(await bench.unitProperty(unit, 'CPUUsageNSec'))
  // All bits are set where it is not known.
  return nanoseconds < 2 ** 63 ? nanoseconds / 1e6 : NaN
}
