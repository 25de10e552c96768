import { Command } from 'commander'
import { examples } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'
import { addOperator } from './operator-add.ts'
import { listOperators } from './operator-list.ts'
import { removeOperator } from './operator-remove.ts'
import { resetOperator } from './operator-reset.ts'
import { setOperatorRole } from './operator-role.ts'
import { listSessions } from './operator-sessions.ts'
import { signOutOperator } from './operator-sign-out.ts'

export const operator: CommandModule = (pilot) =>
  new Command('operator')
    .summary('manage who may sign in to the web interface')
    .description(
      'Manages who may sign in to the web interface, and as what: a viewer sees, an operator changes tenants, an ' +
        'admin also manages operators.',
    )
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot operator add ada --role=admin',
          'sudo pilot operator list',
          'sudo pilot operator reset ada',
          'sudo pilot operator sessions --json',
        ],
        'add and reset print a one-time link, with which the operator sets a password.',
      ),
    )
    .addCommand(addOperator(pilot))
    .addCommand(listOperators(pilot))
    .addCommand(resetOperator(pilot))
    .addCommand(setOperatorRole(pilot))
    .addCommand(removeOperator(pilot))
    .addCommand(listSessions(pilot))
    .addCommand(signOutOperator(pilot))
