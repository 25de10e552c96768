import { node, type Bench } from '../support/bench.ts'
import { crowd } from '../support/crowd.ts'
import { lookAtMemory, memoryOf, type Memory, type Process } from '../support/memory.ts'
import { preparePodman, removeContainers, runContainer } from '../support/podman.ts'
import { app } from '../support/programs.ts'
import { single, type Figure } from '../report.ts'

/** What one that nobody visits costs: the same app as a process, in a container, and as a tenant of either scope. */
export const memory = async (bench: Bench): Promise<Figure[]> => [
  ...(await processes(bench)),
  ...(await awake(bench)),
  ...(await containers(bench)),
  ...(await userScope(bench)),
  ...(await systemScope(bench)),
]

const processes = async (bench: Bench): Promise<Figure[]> => {
  const { run } = bench
  const count = bench.count({ full: 30, quick: 3 })
  const names = numbered('bench-plain', count)
  for (const [index, name] of names.entries()) {
    await run(...['systemd-run', '--quiet', '--unit', name, `--setenv=PORT=${9100 + index}`, node, app])
    await answered(bench, 9100 + index)
  }
  const after = await lookAtMemory(bench)
  await run('systemctl', 'stop', ...names.map((name) => `${name}.service`))
  const title = `a plain process, awake all the time (N=${count})`
  return [perOne('memory.process', title, memoryOf(after, inGroup(/\/bench-plain/)), count)]
}

const awake = async (bench: Bench): Promise<Figure[]> => {
  const count = bench.count({ full: 30, quick: 3 })
  const names = numbered('benchawake', count)
  const list = ['name,exec,idle', ...names.map((name) => `${name},${app},1h`)]
  await bench.shell(`printf '%s\\n' '${list.join("' '")}' | pilot create-tenants - --json`)
  for (const name of names)
    await bench.run('curl', '-fsS', '-o', '/dev/null', '-H', `Host: ${name}.localhost`, 'http://127.0.0.1/')
  const after = await lookAtMemory(bench)
  for (const name of names) await bench.purge(name)
  const title = `a tenant awake (N=${count})`
  return [perOne('memory.tenant-awake', title, memoryOf(after, inGroup(/\/pilot@benchawake/)), count)]
}

const containers = async (bench: Bench): Promise<Figure[]> => {
  const { run } = bench
  await preparePodman(bench)
  const count = bench.count({ full: 30, quick: 3 })
  const figures: Figure[] = []
  const before = await lookAtMemory(bench)
  const measure = async (id: string, n: number): Promise<void> => {
    const after = await lookAtMemory(bench)
    const title = `a podman container with its conmon (N=${n})`
    figures.push(
      perOne(`memory.${id}`, title, memoryOf(after, inGroup(/libpod/)), n),
      ...others(`memory.${id}`, before, after, n, inGroup(/libpod/)),
    )
  }
  for (const [index, name] of numbered('bench-container', count).entries()) {
    await run(...runContainer(name, 9200 + index, 'bridge'))
    await answered(bench, 9200 + index)
    if (index === 0) await measure('container-alone', 1)
  }
  await measure('container', count)
  await removeContainers(bench)
  return figures
}

const userScope = async (bench: Bench): Promise<Figure[]> => {
  const { mustPilot, purge } = bench
  const count = bench.count({ full: 20, quick: 2 })
  const before = await lookAtMemory(bench)
  await mustPilot('create-fake-users', `--count=${count}`, '--prefix=benchown', '--scope=user')
  const after = await lookAtMemory(bench)
  const uids = new Set<number | undefined>()
  for (const name of numbered('benchown', count)) uids.add(await bench.uidOf(name))
  const own = ({ uid }: Process): boolean => uids.has(uid)
  for (const name of numbered('benchown', count)) await purge(name)
  return [
    perOne('memory.tenant-user', `a tenant asleep, user scope (N=${count})`, memoryOf(after, own), count),
    ...others('memory.tenant-user', before, after, count, own),
  ]
}

const systemScope = async (bench: Bench): Promise<Figure[]> => {
  const { before, after, count, first } = await crowd(bench)
  const uid = (await bench.uidOf(first)) ?? NaN
  const own = (process: Process): boolean => process.uid >= uid && process.uid < uid + count
  return [
    perOne('memory.tenant', `a tenant asleep, system scope (N=${count})`, memoryOf(after, own), count),
    ...others('memory.tenant', before, after, count, own),
    ...othersApart('memory.tenant', { before, after }, count, own),
  ]
}

const perOne = (id: string, title: string, sum: number, n: number): Figure =>
  single({ id, title: `${title}: its processes`, unit: 'KiB' }, sum / n, n)

/** What grew elsewhere, for each one. */
const others = (
  id: string,
  before: Memory,
  after: Memory,
  n: number,
  own: (process: Process) => boolean,
): Figure[] => {
  const grown = (which: (process: Process) => boolean): number =>
    (memoryOf(after, which) - memoryOf(before, which)) / n
  const kernel = (memory: Memory): number =>
    memory.kernel.SUnreclaim + memory.kernel.KernelStack + memory.kernel.PageTables + memory.kernel.Percpu
  return [
    single({ id: `${id}.pid1`, title: '  … and PID 1 grew by', unit: 'KiB' }, grown(isPid1), n),
    single(
      {
        id: `${id}.others`,
        title: '  … and all other processes by',
        unit: 'KiB',
        note: 'PostgreSQL, Caddy, journald and so on; what they do beside is in it',
      },
      grown((process) => !isPid1(process) && !own(process)),
      n,
    ),
    single(
      {
        id: `${id}.kernel`,
        title: '  … and the kernel by',
        unit: 'KiB',
        note: 'SUnreclaim, KernelStack, PageTables and Percpu of the whole machine: of use at a large N only',
      },
      (kernel(after) - kernel(before)) / n,
      n,
    ),
  ]
}

/**
 * What grew elsewhere, told apart. PostgreSQL's buffers fill with whatever was read and written lately, up to
 * shared_buffers and no further: they are no cost of a tenant that sleeps.
 */
const othersApart = (
  id: string,
  { before, after }: Readonly<Record<'before' | 'after', Memory>>,
  n: number,
  own: (process: Process) => boolean,
): Figure[] =>
  otherGroups.flatMap(({ name, title, isIn }) => {
    const grown = (amount: (process: Process) => number): number => {
      const sum = (memory: Memory): number =>
        memoryOf(memory, (process) => !isPid1(process) && !own(process) && isIn(process), amount)
      return (sum(after) - sum(before)) / n
    }
    const figure = (part: string, what: string, amount: (process: Process) => number): Figure =>
      single(
        {
          id: `${id}.others.${name}${part}`,
          title: `  … of the other processes ${title}, ${what}`,
          unit: 'KiB',
        },
        grown(amount),
        n,
      )
    return [
      figure('', 'without shared memory', ({ pss, shmem }) => pss - shmem),
      figure('-shmem', 'shared memory', ({ shmem }) => shmem),
    ]
  })

const isPostgres = ({ cgroup }: Process): boolean => /\/postgresql@/.test(cgroup)
const isCaddy = ({ cgroup }: Process): boolean => /\/caddy\.service$/.test(cgroup)

const otherGroups = [
  { name: 'postgres', title: 'PostgreSQL', isIn: isPostgres },
  { name: 'caddy', title: 'Caddy', isIn: isCaddy },
  {
    name: 'rest',
    title: 'the rest',
    isIn: (process: Process) => !isPostgres(process) && !isCaddy(process),
  },
] as const

const isPid1 = ({ pid }: Process): boolean => pid === 1

const inGroup =
  (pattern: RegExp) =>
  ({ cgroup }: Process): boolean =>
    pattern.test(cgroup)

/** All have served a request once, as anything that idles has. */
const answered = ({ run }: Bench, port: number): Promise<string> =>
  run(
    ...['curl', '-fsS', '--retry', '100', '--retry-all-errors', '--retry-delay', '0', '--max-time', '1'],
    ...['--retry-max-time', '60', `http://127.0.0.1:${port}/`],
  )

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
