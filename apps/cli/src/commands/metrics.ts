import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { examples } from '../output/help.ts'
import { printDocument } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'

export const metrics: CommandModule = (pilot) =>
  new Command('metrics')
    .summary("print the newest figures in Prometheus' text format")
    .description(
      "Prints the newest figures in Prometheus' text format. The same text is in /var/lib/pilot/metrics/pilot.prom, " +
        'written anew each minute.',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      examples(
        ['sudo pilot metrics', 'sudo pilot metrics --json'],
        'Prints the text; with --json as {"text": ...}.',
      ),
    )
    .action(async ({ json = false }: { json?: boolean }) => {
      const client = await pilot.connect({ command: 'metrics', changes: false })
      const found = await client.metrics({}, pilot.signal)
      if (json) printDocument(pilot.stdout, found)
      else pilot.stdout.write(found.text)
    })
