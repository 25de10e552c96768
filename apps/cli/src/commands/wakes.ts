import {
  visible,
  WakesQuery,
  WakeTimesQuery,
  type Percentiles,
  type TenantName,
  type Wake,
} from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { given } from '../options/given.ts'
import { hoursOption } from '../options/hours.ts'
import { addName } from '../options/name.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly hours?: number
  readonly json?: boolean
}

export const wakes: CommandModule = (pilot) =>
  addName(new Command('wakes'))
    .summary('show how long tenants took to wake')
    .description(
      'Shows how long tenants took to wake, of all or of one, part by part; then the newest wakes.',
    )
    .addOption(hoursOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot wakes', 'sudo pilot wakes shop --hours=720', 'sudo pilot wakes --name=shop --json'],
        'Prints two tables; with --json the percentiles and a histogram, in milliseconds.',
      ),
    )
    .action(async (argument: TenantName | undefined, { hours, json = false, ...options }: Options) => {
      const asked = given({ name: options.name ?? argument, hours })
      const client = await pilot.connect({ command: 'wakes', changes: false })
      const times = await client.wakeTimes(WakeTimesQuery.parse(asked), pilot.signal)
      if (json) {
        printDocument(pilot.stdout, times)
        return
      }
      const newest = await client.wakes(WakesQuery.parse({ ...asked, limit: 10 }), pilot.signal)
      if (times.wakes === 0 && newest.length === 0) {
        printLine(pilot.stdout, 'Nobody woke in this time.')
        return
      }
      const { whole, start, ready, firstByte } = times
      const parts = Object.entries({ whole, start, ready, 'first byte': firstByte }).map(toPart)
      printLine(pilot.stdout, await renderTable(pilot.stdout, partHeadings, parts))
      printLine(pilot.stdout, '')
      printLine(pilot.stdout, await renderTable(pilot.stdout, wakeHeadings, newest.map(toWake)))
    })

const partHeadings = ['PART', 'WAKES', 'P50', 'P95', 'P99']

const toPart = ([part, found]: readonly [string, Percentiles | null]): readonly string[] => [
  part,
  String(found?.n ?? 0),
  ...[found?.p50, found?.p95, found?.p99].map(toTime),
]

const wakeHeadings = ['TIME', 'TENANT', 'START', 'READY', 'FIRST BYTE', 'RESULT']

const toWake = (wake: Wake): readonly string[] => [
  formatLocalTime(wake.at),
  visible(wake.tenant),
  toTime(wake.startMilliseconds),
  toTime(wake.readyMilliseconds),
  toTime(wake.firstByteMilliseconds),
  visible(wake.result ?? (wake.endedAt === null ? 'runs' : 'done')),
]

const toTime = (milliseconds: number | null | undefined): string =>
  milliseconds === null || milliseconds === undefined ? '-' : `${milliseconds.toFixed(1)} ms`
