import type { Operator } from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { examples } from '../output/help.ts'
import { formatLocalTime } from '../output/local-time.ts'
import { printDocument, printLine } from '../output/output.ts'
import { renderTable } from '../output/table.ts'
import type { CommandModule } from '../pilot.ts'

export const listOperators: CommandModule = (pilot) =>
  new Command('list')
    .summary('list the operators')
    .description('Lists the operators: role, state, whether a second factor is set up, and the last call.')
    .addOption(jsonOption())
    .addHelpText('after', examples(['sudo pilot operator list'], 'Prints a table; with --json a list.'))
    .action(async ({ json = false }: { readonly json?: boolean }) => {
      const client = await pilot.connect({ command: 'operator list', changes: false })
      const operators = await client.operators({}, pilot.signal)
      if (json) printDocument(pilot.stdout, operators)
      else if (operators.length === 0)
        printLine(
          pilot.stdout,
          'There is no operator yet; make one with "pilot operator add ada --role=admin".',
        )
      else printLine(pilot.stdout, await renderTable(pilot.stdout, headings, operators.map(toRow)))
    })

const headings = ['NAME', 'ROLE', 'STATE', 'SECOND FACTOR', 'LAST SEEN', 'LINK UNTIL']

const toRow = ({
  name,
  role,
  state,
  secondFactor,
  lastSeenAt,
  linkExpiresAt,
}: Operator): readonly string[] => [
  name,
  role,
  state,
  secondFactor ? 'yes' : 'no',
  lastSeenAt === null ? '-' : formatLocalTime(lastSeenAt),
  linkExpiresAt === null ? '-' : formatLocalTime(linkExpiresAt),
]
