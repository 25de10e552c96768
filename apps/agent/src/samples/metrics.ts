import type { DatabaseSync } from 'node:sqlite'
import { readCost } from './cost.ts'
import { resolutions } from './resolutions.ts'
import { createState } from './state.ts'
import { readWakeCounts, wakeEdges } from './wake-counts.ts'

/**
 * The newest figures in Prometheus' text format (prometheus.io/docs/instrumenting/exposition_formats). What is not known
 * is left out. Figures of tenants are of those that were awake at all within the time that is kept.
 */
export const renderMetrics = (database: DatabaseSync): string =>
  [...hostMetrics(database), ...tenantMetrics(database), ...wakeMetrics(database)].map(toText).join('')

interface Metric {
  readonly name: string
  readonly help: string
  readonly type: 'gauge' | 'counter' | 'histogram'
  readonly values: readonly Value[]
}

interface Value {
  readonly value: number | null
  /** Behind the name, as `_bucket`. */
  readonly suffix?: string
  readonly labels?: Readonly<Record<string, string>>
}

type Row = Readonly<Record<string, number | string | null>>

const finest = resolutions[0].seconds

const hostMetrics = (database: DatabaseSync): Metric[] => {
  const row = database
    .prepare(`SELECT * FROM host_samples WHERE resolution = ${finest} ORDER BY at DESC LIMIT 1`)
    .get() as Row | undefined
  const cost = readCost(database)
  const gauge = (name: string, help: string, value: number | string | null | undefined): Metric => ({
    name,
    help,
    type: 'gauge',
    values: [{ value: typeof value === 'number' ? value : null }],
  })
  return [
    gauge('pilot_sample_timestamp_seconds', 'When the newest sample ended.', plus(row?.['at'], finest)),
    gauge('pilot_tenants', 'Present tenants.', row?.['tenants']),
    gauge('pilot_tenants_awake', 'Tenants whose program runs.', row?.['awake']),
    gauge('pilot_tenants_processes', 'Processes of all tenants.', row?.['processes']),
    gauge('pilot_tenants_memory_pss_bytes', 'PSS of all processes of tenants.', row?.['pss']),
    gauge('pilot_tenants_memory_cgroup_bytes', 'memory.current of the slices of tenants.', row?.['memory']),
    gauge('pilot_tenants_tasks', 'pids.current of the slices of tenants.', row?.['tasks']),
    gauge('pilot_systemd_memory_pss_bytes', 'PSS of PID 1.', row?.['systemd']),
    gauge('pilot_own_memory_pss_bytes', "PSS of Pilot's own processes.", row?.['pilot']),
    gauge(
      'pilot_sampling_cpu_seconds',
      'Processor time of one run of the sampler, median.',
      thousandth(cost?.cpuMilliseconds),
    ),
    gauge('pilot_sampling_core_ratio', 'Share of one core that sampling takes.', cost?.ofCore),
  ]
}

const tenantMetrics = (database: DatabaseSync): Metric[] => {
  const rows = database
    .prepare(
      `SELECT t.name, t.wakes, t.awake AS awake_total, t.cpu AS cpu_total, s.tenant IS NOT NULL AS awake, s.pss, s.memory,
        s.tasks FROM tenants AS t LEFT JOIN tenant_samples AS s ON s.tenant = t.id AND s.resolution = ${finest}
          AND s.at = (SELECT max(at) FROM host_samples WHERE resolution = ${finest}) ORDER BY t.name`,
    )
    .all() as Row[]
  const metric = (
    name: string,
    help: string,
    type: Metric['type'],
    read: (row: Row) => number | string | null | undefined,
  ): Metric => ({
    name,
    help,
    type,
    values: rows.map((row) => {
      const value = read(row)
      return { value: typeof value === 'number' ? value : null, labels: { tenant: String(row['name']) } }
    }),
  })
  return [
    metric('pilot_tenant_awake', '1 where its program runs.', 'gauge', (row) => row['awake']),
    metric('pilot_tenant_memory_pss_bytes', 'PSS of its processes.', 'gauge', (row) => row['pss']),
    metric(
      'pilot_tenant_memory_cgroup_bytes',
      'memory.current of its cgroups.',
      'gauge',
      (row) => row['memory'],
    ),
    metric('pilot_tenant_tasks', 'pids.current of its cgroups.', 'gauge', (row) => row['tasks']),
    metric('pilot_tenant_wakes_total', 'Starts of its program.', 'counter', (row) => row['wakes']),
    metric('pilot_tenant_awake_seconds_total', 'Time for which its program ran.', 'counter', (row) =>
      thousandth(row['awake_total']),
    ),
    metric('pilot_tenant_cpu_seconds_total', 'Processor time that samples saw it use.', 'counter', (row) =>
      thousandth(thousandth(row['cpu_total'])),
    ),
  ]
}

const wakeMetrics = (database: DatabaseSync): Metric[] => {
  const total = database.prepare('SELECT ifnull(sum(wakes), 0) AS wakes FROM tenants').get()
  const { sum, counts } = readWakeCounts(createState(database))
  let below = 0
  const buckets = counts.map((count, index): Value => {
    below += count
    const edge = wakeEdges[index]
    return {
      suffix: '_bucket',
      labels: { le: edge === undefined ? '+Inf' : String(edge / 1000) },
      value: below,
    }
  })
  return [
    {
      name: 'pilot_wakes_total',
      help: 'Starts of programs of tenants.',
      type: 'counter',
      values: [{ value: Number(total?.['wakes']) }],
    },
    {
      name: 'pilot_wake_seconds',
      help: 'From the begin of a start until the first byte of an answer, or until connections were taken.',
      type: 'histogram',
      values: [...buckets, { suffix: '_sum', value: sum / 1000 }, { suffix: '_count', value: below }],
    },
  ]
}

const plus = (value: number | string | null | undefined, amount: number): number | null =>
  typeof value === 'number' ? value + amount : null

const thousandth = (value: number | string | null | undefined): number | null =>
  typeof value === 'number' ? value / 1000 : null

const toText = ({ name, help, type, values }: Metric): string => {
  const lines = values.flatMap(({ suffix = '', labels = {}, value }) =>
    value === null ? [] : [`${name}${suffix}${labelsOf(labels)} ${value}\n`],
  )
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`
}

const labelsOf = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeLabel(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** Names of tenants need none of it; a label must not depend on that. */
export const escapeLabel = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
