import { createMeter, createRunLog } from '@pilot/host/meter'
import { paths } from '@pilot/render/paths'
import { runMessages } from './runs/run-messages.ts'
import { keepCost } from './samples/cost.ts'
import { openSamples } from './samples/database.ts'
import { renderMetrics } from './samples/metrics.ts'
import { runSampler } from './samples/run-sampler.ts'
import { writeMetrics } from './samples/write-metrics.ts'

// Started by pilot-sample.timer every ten seconds, and gone after some hundredths of one. So it imports little: what is
// not needed for a sample would be loaded ten thousand times a day.
const main = (now: number): void => {
  const database = openSamples(paths.samples, (error) =>
    say(4, 'the samples could not be read, and begin anew', error),
  )
  const meter = createMeter({
    proc: '/proc',
    environments: paths.environments,
    userSockets: paths.userSockets,
  })
  const isMinute = runSampler({
    database,
    meter,
    log: createRunLog(runMessages),
    now,
    onTrouble: (error) => say(4, 'the journal cannot be asked for wakes', error),
  })
  if (isMinute) writeMetrics(paths.metrics, renderMetrics(database))

  // Its cgroup counts what it started too, and what systemd did in it before.
  const { user, system } = process.cpuUsage()
  keepCost(database, now, Math.max(meter.spent('pilot-sample.service') ?? 0, user + system))
}

/** One line, since the next run may have the same to say; `<4>` is a warning (sd-daemon(3)). */
const say = (priority: number, what: string, error: unknown): void => {
  const why = error instanceof Error ? error.message : String(error)
  process.stderr.write(`<${priority}>${what}: ${why.replaceAll('\n', ' ')}\n`)
}

try {
  main(Date.now() / 1000)
} catch (error) {
  say(3, 'no sample was taken', error)
  process.exitCode = 1
}
