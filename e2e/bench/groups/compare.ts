import type { Comparison, ComparedVariantResult } from '@pilot/contract'
import { figureOf, single, type Figure } from '../report.ts'
import type { Bench } from '../support/bench.ts'

/** `pilot compare`, the comparison that everybody can run on a machine of their own. */
export const compare = async (bench: Bench): Promise<Figure[]> => {
  const variants = bench.quick ? ['--variant=tenant', '--variant=process'] : []
  const count = bench.count({ full: 10, quick: 2 })
  // As an admin does: by a shell that PID 1 has started.
  const told = await bench.host.run([
    'systemd-run',
    '--quiet',
    '--collect',
    '--pipe',
    '--wait',
    '--setenv=HOME=/root',
    'pilot',
    'compare',
    `--count=${count}`,
    ...variants,
    '--json',
  ])
  const { results } = JSON.parse(told) as Comparison
  return results.filter(({ state }) => state === 'measured').flatMap((result) => figuresOf(result))
}

const figuresOf = ({ variant, count, memory, create, firstByte }: ComparedVariantResult): Figure[] => [
  ...(memory === null
    ? []
    : [
        single(
          {
            id: `compare.${variant}.memory`,
            title: `${titles[variant]} (N=${count}): its processes and the growth of PID 1`,
            unit: 'KiB',
          },
          memory.perTenant / 1024,
          count,
        ),
      ]),
  ...(firstByte === null
    ? []
    : [
        figureOf(
          { id: `compare.${variant}.first-byte`, title: '  … from nothing to the first byte', unit: 'ms' },
          firstByte.values,
        ),
      ]),
  ...(create === null
    ? []
    : [figureOf({ id: `compare.${variant}.create`, title: '  … to make one', unit: 'ms' }, create.values)]),
]

const titles: Record<ComparedVariantResult['variant'], string> = {
  tenant: 'a tenant asleep, system scope',
  'user-tenant': 'a tenant asleep, user scope',
  awake: 'a tenant awake',
  podman: 'a podman container',
  docker: 'a docker container',
  process: 'a plain process',
}
