import { Command } from 'commander'
import { jsonOption } from '../options/common.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import type { CommandModule } from '../pilot.ts'
import { version } from '../version.ts'

export const versionCommand: CommandModule = ({ stdout }) =>
  new Command('version')
    .summary('print the version')
    .description('Prints the version of pilot and of the runtime under it.')
    .addOption(jsonOption())
    .addHelpText('after', examples(['pilot version', 'pilot version --json'], 'Prints one line.'))
    .action(({ json = false }: { json?: boolean }) => {
      const node = process.versions.node
      if (json) printDocument(stdout, { version, node })
      else printLine(stdout, `pilot ${version} (Node ${node})`)
    })
