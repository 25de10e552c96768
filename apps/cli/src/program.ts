import { Command } from 'commander'
import { version } from './version.ts'
import type { CommandModule, Pilot } from './pilot.ts'

/**
 * The program with the one command that `args` ask for; with all of them where none is asked for, so that
 * help, completion and the search for a similar name see them.
 */
export const buildProgram = async (args: readonly string[], pilot: Pilot): Promise<Command> => {
  const program = new Command('pilot')
    .description(
      'Tenants that sleep until somebody calls: account, database, units and route of each in one command.',
    )
    .version(`pilot ${version}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .usage('<command> [options]')
    .addHelpText('after', epilogue)
  for (const name of neededFor(args)) program.addCommand((await commands[name]())(pilot))
  for (const command of withSubcommands(program)) prepare(command, pilot)
  return program
}

const commands = {
  'create-tenant': async () => (await import('./commands/create-tenant.ts')).createTenant,
  'create-user': async () => (await import('./commands/create-user.ts')).createUser,
  'setup-database': async () => (await import('./commands/setup-database.ts')).setupDatabase,
  'setup-systemd': async () => (await import('./commands/setup-systemd.ts')).setupSystemd,
  'setup-proxy': async () => (await import('./commands/setup-proxy.ts')).setupProxy,
  check: async () => (await import('./commands/check.ts')).check,
  'create-tenants': async () => (await import('./commands/create-tenants.ts')).createTenants,
  'create-fake-users': async () => (await import('./commands/create-fake-users.ts')).createFakeUsers,
  list: async () => (await import('./commands/list.ts')).list,
  show: async () => (await import('./commands/show.ts')).show,
  set: async () => (await import('./commands/set.ts')).set,
  suspend: async () => (await import('./commands/suspend.ts')).suspend,
  resume: async () => (await import('./commands/resume.ts')).resume,
  wake: async () => (await import('./commands/wake.ts')).wake,
  sleep: async () => (await import('./commands/sleep.ts')).sleep,
  logs: async () => (await import('./commands/logs.ts')).logs,
  'delete-tenant': async () => (await import('./commands/delete-tenant.ts')).deleteTenant,
  operator: async () => (await import('./commands/operator.ts')).operator,
  samples: async () => (await import('./commands/samples.ts')).samples,
  wakes: async () => (await import('./commands/wakes.ts')).wakes,
  metrics: async () => (await import('./commands/metrics.ts')).metrics,
  audit: async () => (await import('./commands/audit.ts')).audit,
  compare: async () => (await import('./commands/compare.ts')).compare,
  plan: async () => (await import('./commands/plan.ts')).plan,
  completion: async () => (await import('./commands/completion.ts')).completion,
  version: async () => (await import('./commands/version.ts')).versionCommand,
} satisfies Record<string, () => Promise<CommandModule>>

type CommandName = keyof typeof commands
const names = Object.keys(commands) as CommandName[]

const neededFor = ([first]: readonly string[]): readonly CommandName[] => {
  if (first === 'complete') return names.filter((name) => name !== 'completion')
  return names.includes(first as CommandName) ? [first as CommandName] : names
}

// These settings are not inherited by a command that was made apart from its parent (commander, addCommand).
const prepare = (command: Command, pilot: Pilot): void => {
  suggestWithoutValue(command)
  command
    .exitOverride()
    .helpOption('-h, --help', 'show help')
    .configureHelp({ showGlobalOptions: false })
    .configureOutput({
      writeOut: (text) => pilot.stdout.write(text),
      // Errors are told once, in run.ts.
      writeErr: () => undefined,
      getOutHelpWidth: () => pilot.stdout.columns ?? 80,
      getOutHasColors: () => pilot.stdout.colors,
    })
}

// commander looks for the option most like `--nmae=shop` with its value and so finds none (unknownOption, which
// is not in its types).
const suggestWithoutValue = (command: Command): void => {
  const own = command as Command & { unknownOption: (flag: string) => void }
  const refuse = own.unknownOption.bind(command)
  own.unknownOption = (flag) => {
    refuse(flag.replace(/=.*$/s, ''))
  }
}

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap(withSubcommands),
]

const epilogue = `
Examples:
  sudo pilot create-tenant --name=shop --domain=shop.example.com --idle=5min
  sudo pilot list
  pilot check

"pilot <command> --help" tells more about one of them. Every command takes
--json, and every changing one --dry-run.

Exit codes: 0 done, 1 internal error, 2 bad usage or input, 3 not found,
4 not permitted, 5 exists or conflict, 6 a service it needs is down, 7 partly
done (run it again), 8 the check found faults, 130 interrupted.`
