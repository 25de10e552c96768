import { PilotError, Role, type OperatorName } from '@pilot/contract'
import { Command } from 'commander'
import { choiceOption } from '../options/choice.ts'
import type { ChangeOptions } from '../options/common.ts'
import { addChangeOptions, operatorArgument, printWould } from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { printLink } from '../output/one-time-link.ts'
import type { CommandModule } from '../pilot.ts'

interface Options extends ChangeOptions {
  readonly role: Role
}

export const addOperator: CommandModule = (pilot) =>
  addChangeOptions(
    new Command('add')
      .summary('let somebody sign in')
      .description('Makes an operator and prints a one-time link, which sets the password.')
      .addArgument(operatorArgument())
      .addOption(choiceOption('--role <role>', 'what the operator may do', Role).makeOptionMandatory()),
  )
    .addHelpText(
      'after',
      examples(
        ['sudo pilot operator add ada --role=admin'],
        'Prints the link and until when it holds; with --json {"operator", "role", "url", "expiresAt"}.',
      ),
    )
    .action(async (name: OperatorName, { role, json = false, dryRun = false }: Options) => {
      const client = await pilot.connect({ command: 'operator add', changes: true })
      if (dryRun) {
        const all = await client.operators({}, pilot.signal)
        if (all.some((operator) => operator.name === name))
          throw new PilotError({ code: 'operator-exists', operator: name })
        printWould(pilot, `would add ${name} as ${role}`, { json })
        return
      }
      printLink(pilot.stdout, await client.addOperator({ name, role }, pilot.signal), { json })
    })
