import type { OperatorName } from '@pilot/contract'
import { Command } from 'commander'
import type { ChangeOptions } from '../options/common.ts'
import { addChangeOptions, findOperator, operatorArgument, printWould } from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { printLink } from '../output/one-time-link.ts'
import type { CommandModule } from '../pilot.ts'

export const resetOperator: CommandModule = (pilot) =>
  addChangeOptions(
    new Command('reset')
      .summary('give an operator a new one-time link')
      .description(
        'Prints a new one-time link. Password, second factor, sessions and API tokens of before hold no longer.',
      )
      .addArgument(operatorArgument()),
  )
    .addHelpText(
      'after',
      examples(
        ['sudo pilot operator reset ada'],
        'Prints the link and until when it holds; with --json {"operator", "role", "url", "expiresAt"}.',
      ),
    )
    .action(async (name: OperatorName, { json = false, dryRun = false }: ChangeOptions) => {
      const client = await pilot.connect({ command: 'operator reset', changes: true })
      if (dryRun) {
        await findOperator(client, name, pilot)
        printWould(pilot, `would void the password, sessions and API tokens of ${name}`, { json })
        return
      }
      printLink(pilot.stdout, await client.resetOperator({ name }, pilot.signal), { json })
    })
