import { script } from '@bomb.sh/tab'
import { Argument, Command } from 'commander'
import { examples } from '../output/help.ts'
import type { CommandModule } from '../pilot.ts'

export const completion: CommandModule = () =>
  new Command('completion')
    .summary('print the completion script of a shell')
    .description(
      'Prints a script that lets the shell complete commands, options and, for root, the names of tenants.',
    )
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .addHelpText(
      'after',
      examples(
        [
          'source <(pilot completion bash)',
          'pilot completion zsh > "${fpath[1]}/_pilot"',
          'pilot completion fish > ~/.config/fish/completions/pilot.fish',
        ],
        'Prints the script on stdout.',
      ),
    )
    .action((shell: string) => script(shell, 'pilot', 'pilot'))
