import { beforeAll, describe, expect, it } from 'vitest'
import { groups } from '../bench/groups/index.ts'
import { places, probeKinds, probeName } from '../bench/groups/isolation.ts'
import { failuresOf, type Report } from '../bench/report.ts'
import { runBench } from '../bench/run.ts'
import { renderReport } from '../bench/table.ts'

// At small numbers and on a host of its own: that everything is still measured, never how much it is.
let report: Report
beforeAll(async () => {
  report = await runBench({ quick: true })
}, 400_000)

const figures = (group: string) => report.groups.find(({ name }) => name === group)?.figures ?? []

const figure = (id: string) => {
  const found = report.groups.flatMap((group) => group.figures).find((one) => one.id === id)
  if (!found) throw new Error(`${id} was not measured`)
  return found
}

describe('./pilot bench --quick', () => {
  it('no group fails', () => {
    expect(failuresOf(report)).toEqual([])
  })

  it.each(groups.map(({ name }) => name))('measures every figure of %s as a number', (name) => {
    expect(figures(name).map(({ id }) => id)).toMatchSnapshot()
    for (const { id, median, values = [] } of figures(name))
      expect([median, ...values].every(Number.isFinite), id).toBe(true)
  })

  it('times are more than nothing', () => {
    // All but differences, which at small numbers on a busy machine may be anything.
    for (const { id, unit, median } of report.groups.flatMap((group) => group.figures))
      if (unit === 'ms' && !id.endsWith('.over-exec')) expect(median, id).toBeGreaterThan(0)
  })

  it('requests met programs that were leaving, and none was lost', () => {
    for (const way of ['tenant', 'tenant-proxied']) {
      expect(figure(`idle-exit.${way}.lost`)).toMatchObject({ median: 0, n: 24 })
      expect(figure(`idle-exit.${way}.cold`).median, way).toBeGreaterThan(0)
    }
  })

  it('what sleeps has no process; what is awake, or has a manager of its own, takes megabytes', () => {
    expect(figure('memory.tenant').median).toBe(0)
    expect(figure('rest.processes').median).toBe(0)
    for (const id of [
      'compare.process.memory',
      'memory.process',
      'memory.tenant-awake',
      'memory.container',
      'memory.tenant-user',
      'rest.agent',
      'rest.web',
    ])
      expect(figure(id).median, id).toBeGreaterThan(1024)
  })

  it('what grew elsewhere for tenants that sleep is told apart, and nothing of it left out', () => {
    const parts = figures('memory').filter(({ id }) => id.startsWith('memory.tenant.others.'))
    const sum = parts.reduce((all, { median }) => all + median, 0)
    expect(sum).toBeCloseTo(figure('memory.tenant.others').median)
  })

  it("no tenant and no container reaches what is another tenant's, or Pilot's", () => {
    const others = probeKinds[0].probes.filter(([kind]) => kind !== 'run').map((probe) => probeName(probe))
    for (const { name } of places) {
      const { details = {} } = figure(`isolation.${name}.reached`)
      expect(others.map((probe) => details[probe])).toEqual(others.map(() => 'no'))
      // And what each may reach, so that the probes were really run.
      expect(Object.values(details), name).toContain('yes')
    }
  })

  it('one more tenant is a single command with Pilot, and more by hand or with podman', () => {
    expect(figure('steps.pilot.commands').median).toBe(1)
    expect(figure('steps.pilot.files').median).toBe(0)
    for (const way of ['by-hand', 'podman']) {
      expect(figure(`steps.${way}.commands`).median, way).toBeGreaterThan(1)
      expect(figure(`steps.${way}.files`).median, way).toBeGreaterThan(0)
    }
  })

  it('names the machine, and can be printed', () => {
    expect(report).toMatchObject({ quick: true, machine: { versions: { Debian: '13' } } })
    expect(report.machine.cores).toBeGreaterThan(0)
    const printed = renderReport(report)
    for (const { title } of report.groups) expect(printed).toContain(title)
  })
})
