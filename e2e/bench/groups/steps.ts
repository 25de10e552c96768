import type { Bench } from '../support/bench.ts'
import { preparePodman } from '../support/podman.ts'
import { program } from '../support/programs.ts'
import { single, type Figure } from '../report.ts'

/** One more tenant with database and domain, done in each way on this host; the scripts count themselves. */
export const steps = async (bench: Bench): Promise<Figure[]> => {
  await preparePodman(bench)
  const figures: Figure[] = []
  for (const { name, title } of ways) {
    const counted = JSON.parse(await bench.run(program(`steps/${name}.sh`))) as Record<Kind, number>
    for (const unit of kinds)
      figures.push(single({ id: `steps.${name}.${unit}`, title: `${title}: ${unit}`, unit }, counted[unit]))
  }
  return figures
}

export const ways = [
  { name: 'by-hand', title: 'by hand' },
  { name: 'podman', title: 'with podman' },
  { name: 'pilot', title: 'with Pilot' },
] as const

export const kinds = ['decisions', 'commands', 'files'] as const

type Kind = (typeof kinds)[number]
