import type { ComparisonMethod } from '@pilot/contract'
import { each } from '../each.ts'
import { freePort } from '../free-port.ts'
import { faultOf } from '../measure-error.ts'
import { comparisonLabel, imageName, importArguments, packCommand } from '../image.ts'
import type { Found } from '../memory/measure.ts'
import { listProcesses, withDescendants, type RunningProcess } from '../memory/processes.ts'
import { timeToFirstByte } from '../request.ts'
import { timed } from '../timed.ts'
import type { Engine } from './engine.ts'
import type { Variant } from './variant.ts'

/** Containers that always run, from an image of this machine's own files, each with a port on the loopback. */
export const containers = (engine: Engine, id: string): Variant => {
  const made: Container[] = []
  const notes: ComparisonMethod[] = []
  let network: Network = 'bridge'
  let before: ReadonlySet<number> = new Set()
  const containerAt = (index: number): Container => {
    const container = made[index]
    if (container === undefined) throw new Error(`there is no container ${index}`)
    return container
  }
  const run = async (suffix: string): Promise<Container> => {
    const container = { name: `pilot-compare-${id.toLowerCase()}-${suffix}`, port: await freePort() }
    made.push(container)
    await engine.run([...runArguments(id, container, network), imageName(id)])
    return container
  }
  const removeAll = async (): Promise<void> => {
    await each(made.splice(0), 2, ({ name }) => engine.run([...engine.removeCommand, name]))
  }
  /** One that is not counted: whether the network works, and all that only the first one costs. */
  const tryOne = async (): Promise<void> => {
    try {
      await timeToFirstByte(targetOf(await run('trial')), 15_000)
    } finally {
      await removeAll()
    }
  }
  const untilOneWorks = async (): Promise<void> => {
    try {
      await tryOne()
    } catch (error) {
      const remedy = (await engine.relax(messageOf(error))) ?? leaveBridge(error)
      if (remedy === undefined) throw error
      notes.push(remedy)
      await untilOneWorks()
    }
  }
  const leaveBridge = (error: unknown): ComparisonMethod | undefined => {
    if (network === 'host') return undefined
    network = 'host'
    return { code: 'host-network', engine: engine.variant, fault: faultOf(error) }
  }

  return {
    variant: engine.variant,
    expectedBytes: 70 * 1024 ** 2,
    findMissing: () => engine.findMissing(),
    prepare: async () => {
      notes.push(...(await engine.open()))
      await engine.run(importArguments(id), await packCommand())
      await untilOneWorks()
      before = new Set((await listProcesses()).map(({ pid }) => pid))
    },
    daemons: async () => daemonsOf(engine, await listProcesses()),
    create: (index) => timed(() => run(String(index + 1))),
    ready: () => each(made, 4, (container) => timeToFirstByte(targetOf(container))),
    find: async () => {
      const inspected = await engine.run(['inspect', ...made.map(({ name }) => name)])
      return findIn({ engine, states: statesIn(inspected), all: await listProcesses(), before })
    },
    stop: async (index) => {
      await engine.run(['stop', '--time=0', containerAt(index).name])
    },
    start: async (index) => {
      const container = containerAt(index)
      const [milliseconds] = await Promise.all([
        timeToFirstByte(targetOf(container)),
        engine.run(['start', container.name]),
      ])
      return milliseconds
    },
    request: (index) => timeToFirstByte(targetOf(containerAt(index))),
    remove: async () => {
      await removeAll()
      await engine.run(['rmi', '--force', imageName(id)])
      await engine.close()
    },
    notes: () => notes,
  }
}

interface Container {
  readonly name: string
  readonly port: number
}

type Network = 'bridge' | 'host'

const targetOf = ({ port }: Container) => ({ host: '127.0.0.1', port })

const runArguments = (id: string, { name, port }: Container, network: Network): readonly string[] => [
  'run',
  '--detach',
  `--name=${name}`,
  `--label=${comparisonLabel}=${id}`,
  ...(network === 'bridge'
    ? [`--publish=127.0.0.1:${port}:8080`, '--env=PORT=8080']
    : ['--network=host', `--env=PORT=${port}`]),
]

interface ContainerState {
  readonly pid: number
  /** podman names it; a shim of docker's is the parent. */
  readonly monitor: number | undefined
}

/** Of what `inspect` prints. */
export const statesIn = (inspected: string): readonly ContainerState[] =>
  (JSON.parse(inspected) as readonly { State: { Pid: number; ConmonPid?: number } }[]).map(({ State }) => ({
    pid: State.Pid,
    monitor: State.ConmonPid,
  }))

interface Look {
  readonly engine: Pick<Engine, 'daemonNames'>
  readonly states: readonly ContainerState[]
  readonly all: readonly RunningProcess[]
  readonly before: ReadonlySet<number>
}

/** Which of all processes are there because of the containers, each in one part. */
export const findIn = ({ engine, states, all, before }: Look): Found => {
  const app = withDescendants(
    states.map(({ pid }) => pid),
    all,
  )
  const inApp = new Set(app.map(({ pid }) => pid))
  const parents = new Map(all.map(({ pid, parent }) => [pid, parent]))
  const monitorPids = states
    .map(({ pid, monitor }) => monitor ?? parents.get(pid) ?? 0)
    .filter((pid) => pid > 1)
  const monitor = withDescendants(monitorPids, all).filter(({ pid }) => !inApp.has(pid))
  const inMonitor = new Set(monitor.map(({ pid }) => pid))
  const network = all.filter(
    ({ pid, name }) => networkNames.has(name) && !before.has(pid) && !inApp.has(pid) && !inMonitor.has(pid),
  )
  return {
    parts: [
      { part: 'app', processes: app },
      { part: 'monitor', processes: monitor },
      { part: 'network', processes: network },
    ],
    daemons: daemonsOf(engine, all),
    ownCgroups: true,
  }
}

/** As /proc/PID/status names them: 15 bytes. */
const networkNames = new Set([
  'netavark',
  'aardvark-dns',
  'pasta',
  'pasta.avx2',
  'passt',
  'slirp4netns',
  'rootlessport',
  'rootlessport-ch',
  'docker-proxy',
])

const daemonsOf = (
  { daemonNames }: Pick<Engine, 'daemonNames'>,
  all: readonly RunningProcess[],
): readonly number[] => all.filter(({ name }) => daemonNames.includes(name)).map(({ pid }) => pid)

const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? ''
