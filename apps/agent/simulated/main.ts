import { mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { dirname } from 'node:path'
import { createListener, createRouter, pilotMethods } from '@pilot/api/router'
import { createFakeHost, World } from '@pilot/host/fake'
import { pino } from 'pino'
import { createAgent } from '../src/create-agent.ts'
import { authenticate } from '../src/operators/index.ts'
import { createService } from '../src/service/index.ts'
import { createSamples, openSamples } from '../src/samples/index.ts'
import { parseConfig } from '../src/config.ts'
import { openStore } from '../src/store/index.ts'
import { simulatedComparisons } from './comparisons.ts'
import { live } from './life.ts'
import { addOperators, password } from './operators.ts'
import { addSamples } from './samples.ts'
import { addTenants } from './tenants.ts'

// The agent on a machine in memory, for work on pages: no root, no systemd. Not part of the package.
const socketPath = process.env['PILOT_BRIDGE_SOCKET'] ?? '/tmp/pilot-simulated/bridge.sock'
const count = Number(process.env['PILOT_SIMULATED_TENANTS'] ?? 60)

const world = new World()
world.state.now = Date.now()
const samples = openSamples(':memory:', () => undefined)
const agent = createAgent({
  samples: createSamples(() => samples),
  ...withHost(createFakeHost(world).host),
  store: openStore(':memory:'),
  config: parseConfig('', {}),
  log: pino({ level: 'warn' }),
  stopping: new AbortController().signal,
  simulated: true,
})
const service = { ...createService(agent), ...simulatedComparisons() }
const router = createRouter(pilotMethods, service, {
  onUnexpected: (error, reference) => agent.log.error({ err: error, reference }, 'an unforeseen error'),
  onRefused: () => undefined,
})

await addOperators(service)
await addTenants(service, count)
addSamples(
  samples,
  agent.store.tenants.list().map(({ spec }) => spec.name),
)
live(world, agent.store)

await mkdir(dirname(socketPath), { recursive: true })
await rm(socketPath, { force: true })
createServer(createListener(router, 'bridge', authenticate(agent))).listen(socketPath, () => {
  console.log(
    `simulated: ${count} tenants behind ${socketPath}; sign in as admin, operator or viewer with "${password}"`,
  )
})

function withHost<Host>(host: Host): { host: Host; operationHost: Host } {
  return { host, operationHost: host }
}
