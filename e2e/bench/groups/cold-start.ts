import { node, type Bench } from '../support/bench.ts'
import { handSocket, handUnits, removeHandUnits, writeHandUnits } from '../support/hand-written.ts'
import { preparePodman, removeContainers, runContainer } from '../support/podman.ts'
import { app } from '../support/programs.ts'
import { figureOf, type Figure } from '../report.ts'

/** From connect to the first byte, while nothing of the app runs: the same app in each way of starting it. */
export const coldStart = async (bench: Bench): Promise<Figure[]> => {
  await prepare(bench)
  const times = await bench.measure<Record<string, number[]>>('first-byte.py', {
    rounds: bench.count({ full: 30, quick: 3 }),
    ways: ways.map(({ name, how }) => ({ name, ...how })),
  })
  await cleanUp(bench)
  const alone = times['exec'] ?? []
  return ways.flatMap(({ name, title }) => {
    const values = times[name] ?? []
    const figure = figureOf({ id: `cold-start.${name}`, title, unit: 'ms' }, values)
    if (name === 'exec') return [figure]
    // Of the same round, so that what the machine does beside is in both.
    const over = values.map((value, round) => value - (alone[round] ?? NaN))
    return [
      figure,
      figureOf({ id: `cold-start.${name}.over-exec`, title: '  … over the program alone', unit: 'ms' }, over),
    ]
  })
}

const unit = (name: string, units = [`pilot@${name}.service`]) => ({
  kind: 'unit',
  socket: `/run/pilot/tenants/${name}.sock`,
  units,
})

const ways = [
  { name: 'exec', title: 'the program alone (exec)', how: { kind: 'exec', argv: [node, app] } },
  {
    name: 'exec-preload',
    title: 'the program alone, with the activation preload',
    how: { kind: 'exec', argv: [node, app], preload: '/usr/lib/pilot/activation/preload.mjs' },
  },
  {
    name: 'unit',
    title: 'hand-written socket and service, no sandbox',
    how: { kind: 'unit', socket: handSocket, units: handUnits },
  },
  { name: 'tenant', title: 'tenant (sandbox, preload)', how: unit('benchnative') },
  {
    name: 'tenant-proxied',
    title: 'tenant, proxied',
    how: unit('benchproxied', ['pilot-proxy@benchproxied.service', 'pilot@benchproxied.service']),
  },
  { name: 'tenant-sample', title: 'tenant, sample app with its database', how: unit('benchsample') },
  {
    name: 'podman-host',
    title: 'podman start, host network',
    how: { kind: 'container', container: 'bench-host', port: 9001 },
  },
  {
    name: 'podman-bridge',
    title: 'podman start, bridge network',
    how: { kind: 'container', container: 'bench-bridge', port: 9002 },
  },
] as const

const tenants = ['benchnative', 'benchproxied', 'benchsample']

const prepare = async (bench: Bench): Promise<void> => {
  const { mustPilot, run } = bench
  await writeHandUnits(bench)
  await mustPilot('create-tenant', '--name=benchnative', `--app=${app}`, '--idle=1h')
  await mustPilot(
    ...['create-tenant', '--name=benchproxied', `--app=${app}`, '--activation=proxied', '--idle=1h'],
  )
  await mustPilot('create-tenant', '--name=benchsample', '--idle=1h')
  await preparePodman(bench)
  await run(...runContainer('bench-host', 9001, 'host'))
  await run(...runContainer('bench-bridge', 9002, 'bridge'))
  await run('podman', 'stop', '--all', '--time=5')
}

const cleanUp = async (bench: Bench): Promise<void> => {
  for (const name of tenants) await bench.purge(name)
  await removeContainers(bench)
  await removeHandUnits(bench)
}
