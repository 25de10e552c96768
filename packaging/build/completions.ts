import { execa } from 'execa'
import { join } from 'node:path'
import { repository } from './repository.ts'

/** Where each shell looks for the completions of packages (bash-completion, zsh and fish as Debian builds them). */
const paths = {
  bash: 'usr/share/bash-completion/completions/pilot',
  zsh: 'usr/share/zsh/vendor-completions/_pilot',
  fish: 'usr/share/fish/vendor_completions.d/pilot.fish',
} as const

/** The completion scripts by their path in the package, as the CLI prints them. */
export const printCompletions = (): Promise<readonly (readonly [path: string, script: string])[]> =>
  Promise.all(Object.entries(paths).map(async ([shell, path]) => [path, await print(shell)] as const))

const print = async (shell: string): Promise<string> => {
  const { stdout } = await execa(process.execPath, [
    join(repository, 'apps/cli/src/main.ts'),
    'completion',
    shell,
  ])
  return `${stdout}\n`
}
