import type { Bench } from '../support/bench.ts'
import { fromSystemTests } from '../support/programs.ts'
import { figureOf, single, type Figure } from '../report.ts'

/** POSTs with gaps around the idle time, so that many meet a program that is just leaving; none is repeated. */
export const idleExit = async (bench: Bench): Promise<Figure[]> => [
  ...(await post(bench, { name: 'tenant', title: 'tenant', options: [], lateness: 0 })),
  ...(await post(bench, {
    name: 'tenant-proxied',
    title: 'tenant, proxied',
    options: [`--exec=/usr/bin/python3 ${fromSystemTests('port-only.py')}`, '--activation=proxied'],
    // socket-proxyd sets its exit timer with sd-event's default accuracy: up to 250 ms late.
    lateness: 300,
  })),
]

interface Way {
  readonly name: string
  readonly title: string
  readonly options: readonly string[]
  readonly lateness: number
}

interface Posts {
  readonly sent: number
  readonly lost: number
  readonly coldStarts: number
  readonly faults: readonly string[]
}

const idle = 200

const post = async (bench: Bench, { name, title, options, lateness }: Way): Promise<Figure[]> => {
  const count = bench.count({ full: 2000, quick: 24 })
  const tenants = Array.from(
    { length: bench.count({ full: 8, quick: 2 }) },
    (_, index) => `benchleaver${index + 1}`,
  )
  for (const tenant of tenants)
    await bench.mustPilot('create-tenant', `--name=${tenant}`, `--idle=${idle}ms`, ...options)
  const { sent, lost, coldStarts, faults } = await bench.runInNode<Posts>(
    fromSystemTests('post-loop.mjs'),
    ...[String(count), String(idle), String(lateness)],
    ...tenants.map((tenant) => `${tenant}.localhost`),
  )
  for (const tenant of tenants) await bench.purge(tenant)
  return [
    single(
      {
        id: `idle-exit.${name}.lost`,
        title: `${title}: lost of ${sent}`,
        unit: 'requests',
        ...(faults.length > 0 ? { note: faults.join('; ') } : {}),
      },
      lost,
      sent,
    ),
    figureOf({ id: `idle-exit.${name}.cold`, title: '  … over 20 ms, so cold starts', unit: 'requests' }, [
      coldStarts,
    ]),
  ]
}
