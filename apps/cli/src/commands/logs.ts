import { LogsQuery, visible, type LogLine, type TenantName } from '@pilot/contract'
import { Command, Option } from 'commander'
import { jsonOption } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { given } from '../options/given.ts'
import { addName, requireName } from '../options/name.ts'
import { priorityOption } from '../options/priority.ts'
import { parsed } from '../options/value.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { paint, printLine, type Output } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly follow?: boolean
  readonly since?: string
  readonly lines?: number
  readonly priority?: number
  readonly search?: string
  readonly wakes?: boolean
  readonly json?: boolean
}

export const logs: CommandModule = (pilot) =>
  addName(new Command('logs'))
    .summary("show what a tenant's program and units logged")
    .description("Shows the tenant's journal: what its program printed, and what systemd did with its units.")
    .addOption(new Option('-f, --follow', 'go on with new lines until Ctrl-C'))
    .addOption(
      new Option(
        '--since <time>',
        "only from then on, as journalctl takes it: '10min ago', today, '2026-01-31 12:00'",
      ).argParser(parsed('--since', LogsQuery.shape.since.unwrap())),
    )
    .addOption(countOption('-n, --lines <number>', 'the newest so many lines (default: 200)', 10_000))
    .addOption(priorityOption())
    .addOption(
      new Option('-g, --search <text>', 'only lines that hold this text, in upper or lower case').argParser(
        parsed('--search', LogsQuery.shape.search.unwrap()),
      ),
    )
    .addOption(
      new Option('--wakes', "also the lines by which Pilot's part of a Node program tells how it woke"),
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot logs shop -n 20',
          'sudo pilot logs shop --follow',
          "sudo pilot logs --name=shop --since='1h ago'",
          'sudo pilot logs shop --priority=warning --search=timeout',
        ],
        'Prints "time unit[pid]: message"; with --json one object a line. Ctrl-C ends --follow with exit code 130.',
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const name = requireName('logs', argument, options.name)
      const { follow = false, since, lines, priority, search, wakes, json = false } = options
      const query = {
        ...LogsQuery.parse({ name, follow }),
        ...given({ since, lines, priority, search, wakes }),
      }
      const client = await pilot.connect({ command: 'logs', changes: false })
      for await (const line of client.logs(query, pilot.signal))
        printLine(pilot.stdout, json ? JSON.stringify(line) : describe(pilot.stdout, line))
    })

const describe = (output: Output, { time, unit, pid, priority, message }: LogLine): string => {
  const origin = `${visible(unit)}${pid === null ? '' : `[${pid}]`}`
  return `${paint(output, 'dim', formatLocalTime(time))} ${origin}: ${paintBySeverity(output, priority, visible(message, '\t'))}`
}

// The colours of journalctl(1): errors red, warnings yellow, debug grey.
const paintBySeverity = (output: Output, priority: number, message: string): string => {
  if (priority <= 3) return paint(output, 'red', message)
  if (priority === 4) return paint(output, 'yellow', message)
  return priority === 7 ? paint(output, 'gray', message) : message
}
