import { node, type Bench } from '../support/bench.ts'
import { hasDocker, prepareDocker, removeDocker } from '../support/docker.ts'
import { handSocket, handUnits, removeHandUnits, writeHandUnits } from '../support/hand-written.ts'
import { preparePodman, removeContainers, runContainer } from '../support/podman.ts'
import { app, esmApp, expressApp } from '../support/programs.ts'
import { figureOf, type Figure } from '../report.ts'

/**
 * From connect to the first byte, while nothing of the app runs and has not for a moment: the same app in each way of
 * starting it, and the processor time that it took.
 */
export const coldStart = async (bench: Bench): Promise<Figure[]> => {
  const there = (await hasDocker(bench)) ? ways : ways.filter(({ name }) => name !== 'docker')
  await prepare(bench)
  const starts = await bench.measure<Starts>('first-byte.py', {
    rounds: bench.count({ full: 30, quick: 3 }),
    ways: there.map(({ name, how }) => ({ name, ...how })),
  })
  await cleanUp(bench)
  return there.flatMap((way) => figuresOf(way, starts))
}

type Starts = Readonly<Record<string, readonly Start[]>>

interface Start {
  readonly ms: number
  /** Milliseconds too; null where it cannot be told. */
  readonly processor: number | null
}

interface Way {
  readonly name: string
  readonly title: string
  /** As in programs/ways.py. */
  readonly how: Readonly<Record<string, unknown>>
  /** Another program, which says nothing beside the small app alone. */
  readonly otherApp?: true
  /** Whose processor time is counted. */
  readonly processor?: string
}

const figuresOf = ({ name, title, otherApp, processor }: Way, starts: Starts): Figure[] => {
  const own = starts[name] ?? []
  const figures = [
    figureOf(
      { id: `cold-start.${name}`, title, unit: 'ms' },
      own.map(({ ms }) => ms),
    ),
  ]
  if (name !== 'exec' && otherApp === undefined)
    figures.push(
      figureOf(
        { id: `cold-start.${name}.over-exec`, title: '  … over the program alone', unit: 'ms' },
        // Of the same round, so that what the machine does beside is in both.
        own.map(({ ms }, round) => ms - (starts['exec']?.[round]?.ms ?? NaN)),
      ),
    )
  if (processor !== undefined)
    figures.push(
      figureOf(
        { id: `cold-start.${name}.processor`, title: `  … processor time of ${processor}`, unit: 'ms' },
        own.map((start) => start.processor ?? NaN),
      ),
    )
  return figures
}

const exec = (file: string, preload?: string) => ({
  how: { kind: 'exec', argv: [node, file], ...(preload === undefined ? {} : { preload }) },
  processor: 'its process',
})

const preload = '/usr/lib/pilot/activation/preload.mjs'

const unit = (name: string, units = [`pilot@${name}.service`]) => ({
  how: { kind: 'unit', socket: `/run/pilot/tenants/${name}.sock`, units },
  processor: units.length > 1 ? 'its units' : 'its unit',
})

const container = (engine: 'podman' | 'docker', name: string, port: number) => ({
  how: { kind: 'container', engine, container: name, port },
  ...(engine === 'podman' ? { processor: 'podman and the container' } : {}),
})

const ways: readonly Way[] = [
  { name: 'exec', title: 'the program alone (exec)', ...exec(app) },
  { name: 'exec-esm', title: 'the same as an ES module', ...exec(esmApp) },
  {
    name: 'exec-preload',
    title: 'the program alone, with the activation preload',
    ...exec(app, preload),
  },
  {
    name: 'exec-esm-preload',
    title: 'the ES module, with the activation preload',
    ...exec(esmApp, preload),
  },
  {
    name: 'unit',
    title: 'hand-written socket and service, no sandbox',
    how: { kind: 'unit', socket: handSocket, units: handUnits },
    processor: 'its unit',
  },
  { name: 'tenant', title: 'tenant (sandbox, preload)', ...unit('benchnative') },
  { name: 'tenant-systemd', title: 'tenant, sandbox by systemd', ...unit('benchsystemd') },
  { name: 'tenant-esm', title: 'tenant, an ES module', ...unit('benchesm') },
  {
    name: 'tenant-proxied',
    title: 'tenant, proxied',
    ...unit('benchproxied', ['pilot-proxy@benchproxied.service', 'pilot@benchproxied.service']),
  },
  {
    name: 'tenant-sample',
    title: 'tenant, sample app with its database',
    otherApp: true,
    ...unit('benchsample'),
  },
  {
    name: 'tenant-express',
    title: 'tenant, Express and pg with its database',
    otherApp: true,
    ...unit('benchexpress'),
  },
  {
    name: 'podman-host',
    title: 'podman start, host network',
    ...container('podman', 'bench-host', 9001),
  },
  {
    name: 'podman-bridge',
    title: 'podman start, bridge network',
    ...container('podman', 'bench-bridge', 9002),
  },
  {
    name: 'docker',
    title: 'docker start, bridge network',
    ...container('docker', 'bench-docker', 9003),
  },
]

/** With the options that each is made with. */
const tenants = {
  benchnative: [`--app=${app}`],
  benchsystemd: [`--app=${app}`, '--sandbox=systemd'],
  benchesm: [`--app=${esmApp}`],
  benchproxied: [`--app=${app}`, '--activation=proxied'],
  benchsample: [],
  benchexpress: [`--app=${expressApp}`],
} satisfies Record<string, readonly string[]>

const prepare = async (bench: Bench): Promise<void> => {
  const { mustPilot, run } = bench
  await writeHandUnits(bench)
  for (const [name, options] of Object.entries(tenants))
    await mustPilot('create-tenant', `--name=${name}`, '--idle=1h', ...options)
  await preparePodman(bench)
  await run(...runContainer('bench-host', 9001, 'host'))
  await run(...runContainer('bench-bridge', 9002, 'bridge'))
  await run('podman', 'stop', '--all', '--time=5')
  if (await hasDocker(bench)) await prepareDocker(bench, 'bench-docker', 9003)
}

const cleanUp = async (bench: Bench): Promise<void> => {
  for (const name of Object.keys(tenants)) await bench.purge(name)
  await removeContainers(bench)
  if (await hasDocker(bench)) await removeDocker(bench, 'bench-docker')
  await removeHandUnits(bench)
}
