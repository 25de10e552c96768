import type { Bench } from '../support/bench.ts'
import { crowd } from '../support/crowd.ts'
import { preparePodman, removeContainers, runContainer } from '../support/podman.ts'
import { figureOf, single, type Figure } from '../report.ts'

/** How long one more takes, beside few and beside many: a whole tenant, and a container without anything else. */
export const provisioning = async (bench: Bench): Promise<Figure[]> => {
  await preparePodman(bench)
  await bench.mustPilot('create-fake-users', '--count=10', '--prefix=benchfew')
  const few = await oneMore(bench, 10)
  const { count, seconds } = await crowd(bench)
  const title = `create-fake-users --count=${count}`
  return [
    ...few,
    single(
      { id: 'provisioning.many', title, unit: 's', note: `${count} tenants in one call` },
      seconds,
      count,
    ),
    ...(await oneMore(bench, count)),
  ]
}

interface Timed {
  readonly ms: number
  readonly output: string
}

const oneMore = async (bench: Bench, beside: number): Promise<Figure[]> => {
  // The agent is awake, as it is when several are made one after the other.
  await bench.mustPilot('list', '--json')
  const times = await bench.measure<Record<'pilot' | 'podman', Timed[]>>('timed.py', {
    rounds: bench.count({ full: 20, quick: 2 }),
    ways: [
      {
        name: 'pilot',
        run: ['pilot', 'create-tenant', '--name=benchnew{i}', '--json'],
        after: ['pilot', 'delete-tenant', '--name=benchnew{i}', '--purge', '--json'],
      },
      {
        name: 'podman',
        run: runContainer('benchnew{i}', 9300, 'bridge'),
        after: ['podman', 'rm', '--force', '--time=2', 'benchnew{i}'],
      },
    ],
  })
  await removeContainers(bench)
  const id = `provisioning.beside-${bench.quick && beside > 10 ? 'many' : beside}`
  const within = times.pilot.map(({ output }) => millisecondsIn(output))
  return [
    figureOf(
      { id: `${id}.command`, title: `pilot create-tenant beside ${beside}, whole command`, unit: 'ms' },
      times.pilot.map(({ ms }) => ms),
    ),
    figureOf({ id: `${id}.agent`, title: '  … of this the agent', unit: 'ms' }, within),
    figureOf(
      {
        id: `${id}.podman`,
        title: `podman run beside ${beside} tenants`,
        unit: 'ms',
        note: 'no account, no database, no route',
      },
      times.podman.map(({ ms }) => ms),
    ),
  ]
}

/** The last line of what a change prints as JSON. */
const millisecondsIn = (output: string): number =>
  (JSON.parse(output.trimEnd().split('\n').at(-1) ?? '{}') as { milliseconds: number }).milliseconds
