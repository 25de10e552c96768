import {
  formatBytes,
  HostSamplesQuery,
  TenantSamplesQuery,
  type HostSample,
  type SamplingCost,
  type TenantName,
  type TenantSample,
} from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { given } from '../options/given.ts'
import { hoursOption } from '../options/hours.ts'
import { addName } from '../options/name.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule, Pilot } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly hours?: number
  readonly lines?: number
  readonly json?: boolean
}

export const samples: CommandModule = (pilot) =>
  addName(new Command('samples'))
    .summary('show what was measured over time, of the host or of a tenant')
    .description('Shows what was measured over time, of the host or of one tenant: a row for each span.')
    .addOption(hoursOption())
    .addOption(countOption('-n, --lines <number>', 'the newest so many rows (default: 30)', 10_000))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot samples',
          'sudo pilot samples --hours=1 --lines=60',
          'sudo pilot samples shop --hours=720 --json',
        ],
        'Prints a table; with --json all spans, and how many seconds each covers.',
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const name = options.name ?? argument
      const query = given({ hours: options.hours })
      const client = await pilot.connect({ command: 'samples', changes: false })
      const show = (columns: Columns, found: Found): Promise<void> => print(pilot, options, columns, found)
      if (name === undefined)
        await show(hostColumns, await client.hostSamples(HostSamplesQuery.parse(query), pilot.signal))
      else
        await show(
          tenantColumns,
          await client.tenantSamples(TenantSamplesQuery.parse({ name, ...query }), pilot.signal),
        )
    })

interface Found {
  readonly resolution: number
  readonly points: readonly (HostSample | TenantSample)[]
  readonly cost?: SamplingCost | null
}

const print = async (
  { stdout }: Pilot,
  { json = false, lines = 30 }: Options,
  columns: Columns,
  found: Found,
): Promise<void> => {
  if (json) {
    printDocument(stdout, found)
    return
  }
  if (found.points.length === 0) printLine(stdout, 'Nothing was measured in this time.')
  else {
    const rows = found.points.slice(-lines).map((point) => Object.values(columns).map((cell) => cell(point)))
    printLine(stdout, await renderTable(stdout, Object.keys(columns), rows))
  }
  if (found.cost) printLine(stdout, describeCost(found.cost))
}

type Columns = Readonly<Record<string, (point: HostSample | TenantSample) => string>>

const orDash = (value: number | null | undefined, format: (value: number) => string): string =>
  value === null || value === undefined ? '-' : format(value)

const rounded = (value: number): string => String(Math.round(value * 10) / 10)

const common = {
  MEMORY: ({ pss }) => orDash(pss, formatBytes),
  CGROUP: ({ memoryCurrent }) => orDash(memoryCurrent, formatBytes),
  CPU: ({ cpuSeconds }) => orDash(cpuSeconds, (seconds) => `${seconds.toFixed(2)} s`),
  TASKS: ({ tasks }) => orDash(tasks, rounded),
  WAKES: ({ wakes }) => String(wakes),
} satisfies Columns

const hostColumns: Columns = {
  TIME: ({ at }) => formatLocalTime(at),
  AWAKE: (point) => ('tenants' in point ? `${rounded(point.awake)}/${rounded(point.tenants)}` : '-'),
  ...common,
  'PID 1': (point) => ('systemd' in point ? orDash(point.systemd, formatBytes) : '-'),
  PILOT: (point) => ('pilot' in point ? orDash(point.pilot, formatBytes) : '-'),
  AVAILABLE: (point) => ('available' in point ? formatBytes(point.available) : '-'),
}

const tenantColumns: Columns = {
  TIME: ({ at }) => formatLocalTime(at),
  AWAKE: (point) => ('awakeSeconds' in point ? `${rounded(point.awakeSeconds)} s` : '-'),
  ...common,
}

const describeCost = ({ runs, cpuMilliseconds, ofCore }: SamplingCost): string =>
  `A sample takes ${rounded(cpuMilliseconds)} ms of processor time (median of ${runs}), ` +
  `in all ${(ofCore * 100).toFixed(2)} % of one core.`
