import type { OperatorName, Role } from '@pilot/contract'
import { Command } from 'commander'
import type { ChangeOptions } from '../options/common.ts'
import {
  addChangeOptions,
  findOperator,
  operatorArgument,
  printWould,
  roleArgument,
} from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'

export const setOperatorRole: CommandModule = (pilot) =>
  addChangeOptions(
    new Command('role')
      .summary('change what an operator may do')
      .description('Gives an operator another role; it holds at once, in open sessions too.')
      .addArgument(operatorArgument())
      .addArgument(roleArgument()),
  )
    .addHelpText(
      'after',
      examples(
        ['sudo pilot operator role ada viewer'],
        'Prints the new role; with --json the operator as in list --json.',
      ),
    )
    .action(async (name: OperatorName, role: Role, { json = false, dryRun = false }: ChangeOptions) => {
      const client = await pilot.connect({ command: 'operator role', changes: true })
      if (dryRun) {
        const { role: present } = await findOperator(client, name, pilot)
        const would = present === role ? `would leave ${name} as ${role}` : `would make ${name} ${role}`
        printWould(pilot, would, { json })
        return
      }
      const changed = await client.setOperatorRole({ name, role }, pilot.signal)
      if (json) printDocument(pilot.stdout, changed)
      else printLine(pilot.stdout, `${name} is ${changed.role} now.`)
    })
