import { AuditQuery, type AuditEntry, type TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { given } from '../options/given.ts'
import { addName } from '../options/name.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import { visible } from '../output/visible.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly lines?: number
  readonly json?: boolean
}

export const audit: CommandModule = (pilot) =>
  addName(new Command('audit'))
    .summary('show who changed what, and how it ended')
    .description(
      'Shows every administrative action, of all tenants or of one: when, who, what, and how it ended.',
    )
    .addOption(countOption('-n, --lines <number>', 'the newest so many entries (default: 100)', 10_000))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot audit', 'sudo pilot audit shop -n 5', 'sudo pilot audit --json'],
        'Prints a table; with --json a list with each input and the hashes that chain the entries.',
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const tenant = options.name ?? argument
      const query = {
        ...AuditQuery.parse({}),
        ...given({ tenant, limit: options.lines }),
      }
      const client = await pilot.connect({ command: 'audit', changes: false })
      const entries = await client.audit(query, pilot.signal)
      if (options.json === true) {
        printDocument(pilot.stdout, entries)
        return
      }
      if (entries.length === 0) {
        printLine(pilot.stdout, 'Nothing has been done yet.')
        return
      }
      printLine(pilot.stdout, await renderTable(pilot.stdout, headings, entries.map(toRow)))
    })

const headings = ['TIME', 'WHO', 'ACTION', 'TENANT', 'RESULT']

const toRow = ({ time, actor, action, tenant, result }: AuditEntry): readonly string[] => [
  formatLocalTime(time),
  visible(actor),
  action,
  tenant ?? '-',
  result,
]
