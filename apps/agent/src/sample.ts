import { statSync } from 'node:fs'
import { createMeter, createRunLog } from '@pilot/host/meter'
import { paths } from '@pilot/render/paths'
import { runMessages } from './runs/run-messages.ts'
import { keepCost } from './samples/cost.ts'
import { openSamples } from './samples/database.ts'
import { renderMetrics } from './samples/metrics.ts'
import { runSampler } from './samples/run-sampler.ts'
import { createStay, untilNextLook } from './samples/stay.ts'
import { writeMetrics } from './samples/write-metrics.ts'

// Started by pilot-sample.timer where a tenant is awake, with --stay: it looks every ten seconds until all sleep. By
// pilot-sample-rest.timer for one look. So it imports little: what is not needed for a sample would be loaded a thousand
// times a day.
const main = (): void => {
  const database = openSamples(paths.samples, (error) =>
    say(4, 'the samples could not be read, and begin anew', error),
  )
  const file = fileOf(paths.samples)
  const stays = process.argv[2] === '--stay' ? createStay() : () => false
  let spent = 0
  const look = (): void => {
    const now = Date.now() / 1000
    const meter = createMeter({
      proc: '/proc',
      environments: paths.environments,
      userSockets: paths.userSockets,
    })
    const { awake, isMinute } = runSampler({
      database,
      meter,
      log: createRunLog(runMessages),
      now,
      onTrouble: (error) => say(4, 'the journal cannot be asked for wakes', error),
    })
    if (isMinute) writeMetrics(paths.metrics, renderMetrics(database))

    // Its cgroup counts what it started too, and what systemd did in it before.
    const { user, system } = process.cpuUsage()
    const before = spent
    spent = Math.max(meter.spent(units) ?? 0, user + system)
    keepCost(database, now, spent - before)
    // Who throws the samples away need not know that they are open: it leaves, and the next one makes a new file.
    if (stays(awake ?? 0) && fileOf(paths.samples) === file)
      setTimeout(orFail(look), untilNextLook(Date.now() / 1000) * 1000)
  }
  look()
}

const units = ['pilot-sample.service', 'pilot-sample-rest.service']

const fileOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.ino

/** One line, since the next look may have the same to say; `<4>` is a warning (sd-daemon(3)). */
const say = (priority: number, what: string, error: unknown): void => {
  const why = error instanceof Error ? error.message : String(error)
  process.stderr.write(`<${priority}>${what}: ${why.replaceAll('\n', ' ')}\n`)
}

/** Ends the sampler where it throws: the timer starts another one. */
const orFail = (work: () => void) => (): void => {
  try {
    work()
  } catch (error) {
    say(3, 'no sample was taken', error)
    process.exitCode = 1
  }
}

orFail(main)()
