import { AuditQuery, visible, type AuditEntry, type TenantName } from '@pilot/contract'
import { Command, Option } from 'commander'
import { jsonOption } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { given } from '../options/given.ts'
import { invalid } from '../options/invalid.ts'
import { momentOption } from '../options/moment.ts'
import { addName } from '../options/name.ts'
import { parsed } from '../options/value.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly actor?: string
  readonly action?: string
  readonly result?: string
  readonly since?: string
  readonly until?: string
  readonly lines?: number
  readonly json?: boolean
}

export const audit: CommandModule = (pilot) =>
  addName(new Command('audit'))
    .summary('show who changed what, and how it ended')
    .description(
      'Shows every administrative action, of all tenants or of one: when, who, from where, what, and how it ended.',
    )
    .addOption(textOption('actor', '--actor <text>', 'only those by callers whose name holds this text'))
    .option('--action <action>', 'only this action, like createTenant or signIn')
    .addOption(
      textOption(
        'result',
        '--result <result>',
        "only with this result: done, failed for all but done, or a problem's code",
      ),
    )
    .addOption(momentOption('--since <time>', "only from then on: '10min ago', today, '2026-01-31 12:00'"))
    .addOption(momentOption('--until <time>', 'only before then'))
    .addOption(countOption('-n, --lines <number>', 'the newest so many entries (default: 100)', 10_000))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot audit',
          'sudo pilot audit shop -n 5',
          "sudo pilot audit --action=signIn --result=failed --since='1h ago'",
          'sudo pilot audit --json',
        ],
        'Prints a table; with --json a list with each input and the hashes that chain the entries.',
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const { actor, action, result, since, until, lines: limit } = options
      if (action !== undefined) await demandAction(action)
      const filters = given({ tenant: options.name ?? argument, actor, action, result, since, until })
      const query = { ...AuditQuery.parse({}), ...filters, ...given({ limit }) }
      const client = await pilot.connect({ command: 'audit', changes: false })
      const entries = await client.audit(query, pilot.signal)
      if (options.json === true) {
        printDocument(pilot.stdout, entries)
        return
      }
      if (entries.length === 0) {
        const isFiltered = Object.keys(filters).length > 0
        printLine(pilot.stdout, isFiltered ? 'No entry fits.' : 'Nothing has been done yet.')
        return
      }
      printLine(pilot.stdout, await renderTable(pilot.stdout, headings, entries.map(toRow)))
    })

/** All methods are known to the client alone, which is loaded for the call anyway. */
const demandAction = async (text: string): Promise<void> => {
  const { pilotMethods } = await import('@pilot/api/client')
  const actions = [...Object.keys(pilotMethods), byItself]
  if (actions.includes(text)) return
  throw invalid(
    '--action',
    { code: 'none-of', options: actions },
    `there is no action "${text}"; "pilot audit" shows what they are called`,
  )
}

/** What the agent does unasked. */
const byItself = 'upgrade'

const textOption = (field: 'actor' | 'result', flags: string, description: string): Option =>
  new Option(flags, description).argParser(parsed(`--${field}`, AuditQuery.shape[field].unwrap()))

const headings = ['TIME', 'WHO', 'FROM', 'ACTION', 'TENANT', 'RESULT']

const toRow = ({ time, actor, address, source, action, tenant, result }: AuditEntry): readonly string[] => [
  formatLocalTime(time),
  visible(actor),
  visible(address ?? source),
  action,
  tenant ?? '-',
  result,
]
