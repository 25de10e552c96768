import { Command } from 'commander'
import { examples } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'
import { createTenant } from './create-tenant.ts'
import { deleteTenant } from './delete-tenant.ts'
import { set } from './set.ts'

export const plan: CommandModule = (pilot) =>
  new Command('plan')
    .summary('show what create, set or delete would do')
    .description(
      'Shows what a command would do, step by step, with the units, SQL and routes as they would be written, and ' +
        'does nothing. "pilot plan create" is "pilot create-tenant --dry-run", and so on.',
    )
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot plan create shop --domain=shop.example.com',
          'sudo pilot plan delete shop --purge --json',
        ],
        'Prints a line for each step and what it would write; with --json a list.',
      ),
    )
    .addCommand(planned(createTenant(pilot), 'create'))
    .addCommand(planned(set(pilot), 'set'))
    .addCommand(planned(deleteTenant(pilot), 'delete'))

const planned = (command: Command, name: string): Command =>
  command.summary(`show what ${command.name()} would do`).name(name).setOptionValue('dryRun', true)
