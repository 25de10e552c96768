import type { OperatorName } from '@pilot/contract'
import { Command } from 'commander'
import type { ChangeOptions } from '../options/common.ts'
import { addChangeOptions, findOperator, operatorArgument, printWould } from '../options/operator.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'

export const signOutOperator: CommandModule = (pilot) =>
  addChangeOptions(
    new Command('sign-out')
      .summary("end an operator's sessions")
      .description('Ends every session of an operator. The password still holds, and so do API tokens.')
      .addArgument(operatorArgument()),
  )
    .addHelpText(
      'after',
      examples(
        ['sudo pilot operator sign-out ada'],
        'Prints how many sessions ended; with --json {"operator": ..., "ended": 2}.',
      ),
    )
    .action(async (name: OperatorName, { json = false, dryRun = false }: ChangeOptions) => {
      const client = await pilot.connect({ command: 'operator sign-out', changes: true })
      await findOperator(client, name, pilot)
      const sessions = await client.sessions({ operator: name, all: false }, pilot.signal)
      if (dryRun) {
        printWould(pilot, `would end ${countOf(sessions.length)} of ${name}`, { json })
        return
      }
      for (const { id } of sessions) await client.revokeSession({ id }, pilot.signal)
      if (json) printDocument(pilot.stdout, { operator: name, ended: sessions.length })
      else printLine(pilot.stdout, `${countOf(sessions.length)} of ${name} ended.`)
    })

const countOf = (sessions: number): string => (sessions === 1 ? '1 session' : `${sessions} sessions`)
