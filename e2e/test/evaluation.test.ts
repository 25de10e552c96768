import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { evaluationFile, fillMarkers, renderTables } from '../bench/evaluation.ts'
import { places, probeKinds, probeName } from '../bench/groups/isolation.ts'
import { kinds, ways } from '../bench/groups/steps.ts'
import { figureOf, median, quantile, type Figure, type Report } from '../bench/report.ts'
import { renderReport } from '../bench/table.ts'

describe('the tables of the evaluation', () => {
  it('replace what stands between their markers, and nothing else', () => {
    const text = 'a\n<!-- generated: x -->\nold\n<!-- end -->\nb\n<!-- generated: y -->\n<!-- end -->\n'
    const filled = fillMarkers(text, { x: 'new', y: 'other' })
    expect(filled).toBe(
      'a\n<!-- generated: x -->\n\nnew\n\n<!-- end -->\nb\n<!-- generated: y -->\n\nother\n\n<!-- end -->\n',
    )
    expect(fillMarkers(filled, { x: 'new', y: 'other' })).toBe(filled)
  })

  it('a table without a place is a mistake', () => {
    expect(() => fillMarkers('text', { x: 'new' })).toThrow('no place for the table "x"')
  })

  it('each has its place in the document, and each place its table', async () => {
    const text = await readFile(evaluationFile, 'utf8')
    const tables = await renderTables(report)
    const marked = [...text.matchAll(/^<!-- generated: (\S+) -->$/gm)].map(([, name]) => name)
    expect(marked.toSorted()).toEqual(Object.keys(tables).toSorted())
    expect(() => fillMarkers(text, tables)).not.toThrow()
  })

  it('name the machine, and say of a quick run that it is one', async () => {
    const { machine } = await renderTables(report)
    expect(machine).toContain('Trial CPU, 2 cores, 4 GiB')
    expect(machine).toContain('From a quick run')
  })

  it('a report of some groups only is refused', async () => {
    await expect(renderTables({ ...report, groups: [] })).rejects.toThrow('must be of a whole run')
  })

  it('so is one of which a group failed', async () => {
    const failed = report.groups.map((group) => ({ ...group, error: 'no host' }))
    await expect(renderTables({ ...report, groups: failed })).rejects.toThrow('must be of a whole run')
  })

  it('say the middle half of what was measured more than once', async () => {
    const measured = figureOf({ id: 'agent.one', title: 'a call', unit: 'ms' }, [1, 2, 3, 4, 5])
    const groups = report.groups.map((group) =>
      group.name === 'agent' ? { ...group, figures: [measured] } : group,
    )
    const { agent } = await renderTables({ ...report, groups })
    expect(agent).toContain('| a call | 3.00 | 2.00 to 4.00 | ms | 5 |')
  })

  it('the steps in the document are those that were done', async () => {
    const { scripts } = await renderTables(report)
    expect(scripts).toContain('enter pilot create-tenant --name="$name" --domain="$domain"')
  })
})

it('a median is the middle one, or between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(() => median([])).toThrow(RangeError)
})

it('a quartile falls between two measurements in proportion', () => {
  expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
  expect(quantile([7], 0.75)).toBe(7)
})

it('a printed report shows which group failed, and why, and quartiles of the others', () => {
  const measured = figureOf({ id: 'rest.one', title: 'a call', unit: 'ms' }, [1, 2, 3, 4, 5])
  const groups = [
    { name: 'rest', title: 'At rest', seconds: 2, figures: [measured] },
    { name: 'agent', title: 'One call', seconds: 1, figures: [], error: 'no host' },
  ]
  const printed = renderReport({ ...report, groups })
  expect(printed).toMatch(/^ {2}a call +3\.00 ms +n=5 +2\.00 to 4\.00$/m)
  expect(printed).toContain('One call (1 s)\n  FAILED: no host')
})

const figure = (id: string, details?: Record<string, string>): Figure => ({
  id,
  title: id,
  unit: 'ms',
  median: 1,
  n: 1,
  ...(details ? { details } : {}),
})

const reached = Object.fromEntries(
  probeKinds.flatMap(({ probes }) => probes.map((probe) => [probeName(probe), 'no'])),
)

const report: Report = {
  date: '2026-01-31T12:00:00.000Z',
  quick: true,
  machine: {
    cpu: 'Trial CPU',
    cores: 2,
    memoryGiB: 4,
    kernel: '6.12',
    versions: {},
    controllers: [],
    load: 0,
  },
  groups: [
    ...[
      'compare',
      'memory',
      'cold-start',
      'idle-exit',
      'warm-traffic',
      'provisioning',
      'agent',
      'rest',
      'sampling',
    ].map((name) => ({
      name,
      title: name,
      seconds: 1,
      figures: [figure(`${name}.one`)],
    })),
    {
      name: 'steps',
      title: 'steps',
      seconds: 1,
      figures: ways.flatMap(({ name }) => kinds.map((kind) => figure(`steps.${name}.${kind}`))),
    },
    {
      name: 'isolation',
      title: 'isolation',
      seconds: 1,
      figures: places.flatMap(({ name }) => [
        figure(`isolation.${name}.reached`, reached),
        figure(`isolation.${name}.namespaces`, { capabilities: '0' }),
      ]),
    },
  ],
}
