import { expect, test } from 'vitest'
import { keepCost } from '../../src/samples/cost.ts'
import { escapeLabel, renderMetrics } from '../../src/samples/metrics.ts'
import { openSamples } from '../../src/samples/database.ts'
import { begin, line, startSampler, unitEvent } from './support.ts'

const sample = () => {
  const trial = startSampler()
  trial.machine.slices = 1
  trial.machine.running = [{ cpu: 20_000 }]
  trial.machine.trusted.push(unitEvent('starting', 12), unitEvent('started', 12.025))
  trial.machine.told.push(
    line(
      `pilot: awake since ${(begin + 12.02) * 1000}.0, ready after 30.0 ms, answered after 35.0 ms`,
      12.057,
    ),
  )
  trial.pass(60)
  keepCost(trial.database, trial.machine.now, 31_000)
  return renderMetrics(trial.database)
}

test('metrics are what Prometheus reads: each with its help and type once, before its values', () => {
  const lines = sample().trimEnd().split('\n')
  const metric = /^([a-z_]+)(\{[a-z]+="[^"]*"\})? (-?\d+(\.\d+)?(e-\d+)?)$/
  const typed = new Set<string>()
  for (const text of lines) {
    if (text.startsWith('# HELP')) continue
    const type = /^# TYPE ([a-z_]+) (gauge|counter|histogram)$/.exec(text)
    if (type === null) {
      const [, name = ''] = metric.exec(text) ?? []
      expect(name, text).not.toBe('')
      expect([name, name.replace(/_(bucket|sum|count)$/, '')].some((each) => typed.has(each))).toBe(true)
    } else {
      expect(typed.has(type[1] ?? '')).toBe(false)
      typed.add(type[1] ?? '')
    }
  }
})

test('metrics tell the newest figures, and leave out what this machine does not know', () => {
  const text = sample()
  for (const expected of [
    'pilot_tenants 1',
    'pilot_tenants_awake 1',
    'pilot_tenants_memory_pss_bytes 10485760',
    'pilot_tenant_memory_pss_bytes{tenant="shop"} 10485760',
    'pilot_tenant_wakes_total{tenant="shop"} 1',
    'pilot_wakes_total 1',
    'pilot_wake_seconds_bucket{le="0.05"} 0',
    'pilot_wake_seconds_bucket{le="0.06"} 1',
    'pilot_wake_seconds_bucket{le="+Inf"} 1',
    'pilot_wake_seconds_sum 0.055',
    'pilot_wake_seconds_count 1',
    'pilot_sampling_cpu_seconds 0.031',
  ])
    expect(text.split('\n')).toContain(expected)
  expect(text).not.toContain('cgroup_bytes')
})

test('metrics of an empty store are of wakes alone, of which there was none', () => {
  const text = renderMetrics(openSamples(':memory:', () => undefined))
  expect(text).toContain('pilot_wakes_total 0\n')
  expect(text).not.toContain('pilot_tenants')
})

test('a label is escaped', () => {
  expect(escapeLabel('a"b\\c\nd')).toBe('a\\"b\\\\c\\nd')
})
