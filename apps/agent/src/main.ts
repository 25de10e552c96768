import { createListener, createRouter, pilotMethods } from '@pilot/api/router'
import { createLinuxHost } from '@pilot/host/linux'
import { paths } from '@pilot/render'
import { pino } from 'pino'
import { createAgent } from './create-agent.ts'
import { crashAfter } from './crash-seam.ts'
import { inheritedSockets } from './inherited-sockets.ts'
import { leaveWhenIdle } from './leave-when-idle.ts'
import { authenticate } from './operators/index.ts'
import { auditRefusal } from './audit/refusal.ts'
import { createService } from './service/index.ts'
import { createSamples, openSamples } from './samples/index.ts'
import { serve } from './serve.ts'
import { readConfig } from './config.ts'
import { startDuties } from './start-duties.ts'
import { openStore } from './store/index.ts'

// The journal knows the time, the pid and the host.
const log = pino({ base: null, timestamp: false })

const main = async (): Promise<void> => {
  const config = await readConfig(paths.config, process.env)
  const sockets = inheritedSockets(process.env, process.pid)
  const stop = new AbortController()
  const host = createLinuxHost(config)
  const onLoss = (error: unknown): void =>
    log.warn({ err: error }, 'the samples could not be read, and begin anew')
  const agent = createAgent({
    config,
    log,
    host,
    operationHost: config.crashAfter === undefined ? host : crashAfter(host, config.crashAfter),
    store: openStore(paths.store, (tenant, parts) =>
      log.warn(
        { tenant, parts },
        'a stored tenant has parts that this Pilot does not know; they are left out',
      ),
    ),
    samples: createSamples(() => openSamples(paths.samples, onLoss)),
    stopping: stop.signal,
  })
  const router = createRouter(pilotMethods, createService(agent), {
    onUnexpected: (error, reference) => log.error({ err: error, reference }, 'an unforeseen error'),
    onRefused: (refusal) => auditRefusal(agent, refusal),
  })

  // Before the first call is accepted: what was interrupted goes on first.
  startDuties(agent)
  const limits = { calls: config.bridgeCalls, streams: config.bridgeStreams, streamsOfOne: 32 }
  const doors = serve(sockets, (source) => createListener(router, source, authenticate(agent), limits))

  const leave = (): void => {
    agent.backOff.stop()
    agent.store.close()
    agent.samples.close()
    process.exit(0)
  }
  const isBusy = (): boolean =>
    doors.connections > 0 || agent.activity.running > 0 || agent.backOff.waiting > 0
  const idleness = leaveWhenIdle(config.idle, isBusy, leave)
  doors.onTraffic(() => idleness.touch())
  agent.activity.onSettled(() => idleness.touch())

  process.once('SIGTERM', () => {
    stop.abort()
    void agent.activity.settled().then(() => {
      doors.close()
      leave()
    })
  })
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, 'the agent cannot start')
  process.exitCode = 1
})
