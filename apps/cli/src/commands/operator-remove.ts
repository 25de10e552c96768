import type { OperatorName } from '@pilot/contract'
import { Command } from 'commander'
import type { ChangeOptions } from '../options/common.ts'
import { addChangeOptions, findOperator, operatorArgument, printWould } from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'

export const removeOperator: CommandModule = (pilot) =>
  addChangeOptions(
    new Command('remove')
      .summary('let somebody sign in no longer')
      .description('Removes an operator; sessions and API tokens end at once.')
      .addArgument(operatorArgument()),
  )
    .addHelpText(
      'after',
      examples(['sudo pilot operator remove ada'], 'Prints one line; with --json {"operator": ...}.'),
    )
    .action(async (name: OperatorName, { json = false, dryRun = false }: ChangeOptions) => {
      const client = await pilot.connect({ command: 'operator remove', changes: true })
      if (dryRun) {
        await findOperator(client, name, pilot)
        printWould(pilot, `would remove ${name}`, { json })
        return
      }
      await client.removeOperator({ name }, pilot.signal)
      if (json) printDocument(pilot.stdout, { operator: name })
      else printLine(pilot.stdout, `${name} is no operator any more.`)
    })
