import { Command, InvalidArgumentError } from 'commander'
import { bench } from './commands/bench.ts'
import { down } from './commands/down.ts'
import { exec } from './commands/exec.ts'
import { buildPackage } from './commands/package.ts'
import { test } from './commands/test.ts'
import { up } from './commands/up.ts'
import { Refusal } from './refusal.ts'
import { parseDebian } from './suite.ts'

const program = new Command('./pilot')
  .description('A throw-away Debian host on this machine with Pilot installed, to try and to test it.')
  .addHelpText(
    'after',
    '\nAnything else is handed to pilot on the host: ./pilot create-tenant --name=blog, ./pilot list',
  )
  .enablePositionalOptions()
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))

const debian = ['--debian <number>', 'which Debian the host is: 12 or 13', orInvalid(parseDebian)] as const

program
  .command('up')
  .description('build, boot, install, and make a first tenant; again: bring it up to date')
  .option('--port <number>', 'local port of its web server (default: 8088)', orInvalid(parsePort))
  .option(...debian)
  .action(up)
program
  .command('down')
  .description('stop it; nothing is left running')
  .option('--purge', 'remove its files and all caches too')
  .action(down)
program
  .command('test')
  .description('prove everything; or one part: unit, system, ui, slow, cold-starts')
  .argument('[part]', 'unit, system, ui, slow, cold-starts, or all (without the last two)', 'all')
  .option(...debian)
  .action(exitWith(test))
program
  .command('bench')
  .description('measure memory, starts, losses and so on, side by side on a host of its own')
  .argument('[groups...]', 'only these groups of figures')
  .option('--quick', 'small numbers: shows that all is measured, not how much it is')
  .option('--evaluation', 'write the tables of docs/evaluation.md from it')
  .action(exitWith(bench))
program
  .command('package')
  .description(
    'build the Debian package for a server: --arch amd64|arm64, --version, --output, --compression',
  )
  .argument('[options...]')
  .passThroughOptions()
  .allowUnknownOption()
  .action(exitWith(buildPackage))
program
  .command('exec')
  .description('run a program on the host as root')
  .argument('<command...>')
  .passThroughOptions()
  .allowUnknownOption()
  .action(exitWith(exec))
program
  .command('shell')
  .description('a root shell on the host')
  .action(exitWith(() => exec(['bash', '--login'])))

try {
  const [first = '--help', ...rest] = process.argv.slice(2)
  const own =
    first.startsWith('-') || first === 'help' || program.commands.some((command) => command.name() === first)
  if (own) await program.parseAsync([first, ...rest], { from: 'user' })
  else process.exitCode = await exec(['pilot', first, ...rest])
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(`pilot: ${error.message}`)
  process.exitCode = error instanceof Refusal ? 2 : 1
}

function exitWith<Args extends unknown[]>(action: (...args: Args) => Promise<number>) {
  return async (...args: Args): Promise<void> => {
    process.exitCode = await action(...args)
  }
}

function orInvalid<T>(parse: (text: string) => T) {
  return (text: string): T => {
    try {
      return parse(text)
    } catch (error) {
      throw new InvalidArgumentError(error instanceof Error ? error.message : String(error))
    }
  }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new RangeError('A port is a number from 1 to 65535.')
  return port
}
