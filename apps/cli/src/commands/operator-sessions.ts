import { visible, type OperatorName, type Session } from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { operatorArgument } from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule } from '../pilot.ts'

export const listSessions: CommandModule = (pilot) =>
  new Command('sessions')
    .summary('list who is signed in')
    .description('Lists the open sessions of the web interface, of all operators or of one.')
    .addArgument(operatorArgument('[operator]'))
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot operator sessions', 'sudo pilot operator sessions ada'],
        'Prints a table; with --json a list.',
      ),
    )
    .action(async (name: OperatorName | undefined, { json = false }: { readonly json?: boolean }) => {
      const client = await pilot.connect({ command: 'operator sessions', changes: false })
      const query = name === undefined ? { all: true } : { operator: name, all: false }
      const sessions = await client.sessions(query, pilot.signal)
      if (json) printDocument(pilot.stdout, sessions)
      else if (sessions.length === 0) printLine(pilot.stdout, 'Nobody is signed in.')
      else printLine(pilot.stdout, await renderTable(pilot.stdout, headings, sessions.map(toRow)))
    })

const headings = ['OPERATOR', 'FROM', 'SINCE', 'LAST SEEN', 'BROWSER']

const toRow = ({ operator, address, createdAt, lastSeenAt, userAgent }: Session): readonly string[] => [
  operator,
  visible(address ?? '-'),
  formatLocalTime(createdAt),
  formatLocalTime(lastSeenAt),
  visible(userAgent ?? '-'),
]
