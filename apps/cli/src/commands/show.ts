import type { TenantName } from '@pilot/contract'
import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { addName, requireName } from '../options/name.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import { tenantDocument } from '../output/tenant-document.ts'
import type { CommandModule } from '../pilot.ts'

interface Options {
  readonly name?: TenantName
  readonly json?: boolean
}

export const show: CommandModule = (pilot) =>
  addName(new Command('show'))
    .summary('show everything about a tenant')
    .description(
      'Shows a tenant: its state and why, addresses, program, limits, account, socket, processes, and where ' +
        'something is wrong what to do about it.',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot show shop', 'sudo pilot show --name=shop --json'],
        'Prints a block of lines; with --json one object.',
      ),
    )
    .action(async (argument: TenantName | undefined, options: Options) => {
      const name = requireName('show', argument, options.name)
      const client = await pilot.connect({ command: 'show', changes: false })
      const tenant = await client.show({ name }, pilot.signal)
      if (options.json === true) printDocument(pilot.stdout, tenantDocument(tenant))
      else {
        const { describeTenant } = await import('../output/tenant.ts')
        printLine(pilot.stdout, describeTenant(pilot.stdout, tenant))
      }
    })
