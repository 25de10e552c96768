import type { PilotClient } from '@pilot/api/client'
import { ComparedVariant, CompareInput, PilotError, visible } from '@pilot/contract'
import { Command, Option } from 'commander'
import { judge } from '../compare/judge.ts'
import { printComparison } from '../compare/print.ts'
import { runComparison } from '../compare/run.ts'
import { printHistory } from '../compare/history.ts'
import { dryRunOption, jsonOption } from '../options/common.ts'
import { countOption } from '../options/count.ts'
import { chosen } from '../options/choice.ts'
import { given } from '../options/given.ts'
import { printWould } from '../options/operator.ts'
import { parsed } from '../options/value.ts'
import { examples } from '../output/help.ts'
import { printDocument, printLine } from '../output/output.ts'
import type { CommandModule, Pilot } from '../pilot.ts'

interface Options {
  readonly count?: number
  readonly starts?: number
  readonly variant?: readonly ComparedVariant[]
  readonly list?: boolean
  readonly show?: string
  readonly remove?: string
  readonly cancel?: boolean
  readonly clean?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly csv?: boolean
}

export const compare: CommandModule = (pilot) =>
  new Command('compare')
    .summary('measure tenants and containers side by side, on this machine')
    .description(
      'Makes the same app many times: as tenants asleep in either scope, as tenants awake, as podman and docker ' +
        'containers, and as plain processes. Measures memory, the time to make one, and the time from a request to ' +
        'the first byte, and removes it all again. Ctrl-C ends it and waits until nothing is left; it goes on where ' +
        'this command is killed.',
    )
    .addOption(
      countOption('--count <number>', 'how many of each; fewer where memory is short (default: 10)', 1000),
    )
    .addOption(startsOption())
    .addOption(variantOption())
    .addOption(
      new Option('--list', 'list the comparisons that were made').conflicts(['show', 'cancel', 'clean']),
    )
    .addOption(idOption('--show <id>', 'show one of them').conflicts(['cancel', 'clean']))
    .addOption(idOption('--remove <id>', 'forget one of them').conflicts(['list', 'show', 'cancel', 'clean']))
    .addOption(
      new Option('--cancel', 'end the one that runs, and remove what it has made').conflicts('clean'),
    )
    .addOption(new Option('--clean', 'the same, and remove all that any has left; tells what that was'))
    .addOption(dryRunOption())
    .addOption(jsonOption().conflicts('csv'))
    .addOption(new Option('--csv', 'answer in CSV on stdout: every single value'))
    .addHelpText(
      'after',
      examples(
        [
          'sudo pilot compare',
          'sudo pilot compare --count=30 --variant=tenant --variant=podman',
          'sudo pilot compare --json > comparison.json',
          'sudo pilot compare --list',
          'sudo pilot compare --clean',
        ],
        'Prints a table; with --json all that was measured, as one object. Exit code 7 where a variant could not be ' +
          'measured to the end, 130 after Ctrl-C.',
      ),
    )
    .action((options: Options) => act(pilot, options))

const act = async (pilot: Pilot, options: Options): Promise<void> => {
  const { json = false, dryRun = false } = options
  const reads = options.list === true || options.show !== undefined
  const client = await pilot.connect({ command: 'compare', changes: !reads })
  if (options.list === true) {
    await printHistory(pilot, await client.comparisons({}, pilot.signal), { json })
  } else if (options.show !== undefined) {
    await printComparison(pilot, await client.comparison({ id: options.show }, pilot.signal), options)
  } else if (dryRun) {
    printWould(pilot, wouldOf(options), { json })
  } else if (options.remove !== undefined) {
    await client.removeComparison({ id: options.remove }, pilot.signal)
    if (json) printDocument(pilot.stdout, {})
    else printLine(pilot.stdout, `The comparison ${visible(options.remove)} is forgotten.`)
  } else if (options.cancel === true) {
    const summary = await client.cancelComparison({ id: await findRunning(client) })
    if (json) printDocument(pilot.stdout, summary)
    else printLine(pilot.stdout, `The comparison ${summary.id} is ${summary.state}; nothing is left of it.`)
  } else if (options.clean === true) {
    printRemoved(pilot, await client.cleanComparisons({}), { json })
  } else {
    await run(pilot, client, options)
  }
}

const run = async (pilot: Pilot, client: PilotClient, options: Options): Promise<void> => {
  const { count, starts, variant: variants } = options
  const input = {
    ...CompareInput.parse({}),
    ...given({ count, starts, variants: variants && [...variants] }),
  }
  const id = await runComparison(pilot, client, {
    input,
    quiet: options.json === true || options.csv === true,
  })
  if (id === undefined) return
  const comparison = await client.comparison({ id })
  const problem = judge(comparison)
  await printComparison(pilot, comparison, options)
  // The document is on stdout already.
  if (problem !== undefined) throw new PilotError(problem)
}

const findRunning = async (client: PilotClient): Promise<string> => {
  const running = (await client.comparisons({})).find(({ state }) => state === 'running')
  if (running === undefined) throw new PilotError({ code: 'not-found', what: { code: 'running-comparison' } })
  return running.id
}

const printRemoved = (
  { stdout }: Pilot,
  { removed }: { readonly removed: readonly string[] },
  { json }: { json: boolean },
): void => {
  if (json) printDocument(stdout, { removed })
  else if (removed.length === 0) printLine(stdout, 'No comparison has left anything.')
  else for (const what of removed) printLine(stdout, `removed ${visible(what)}`)
}

const wouldOf = ({ clean, cancel, remove, count = 10, variant }: Options): string => {
  if (clean === true) return 'would end a comparison that runs, and remove what any has left'
  if (cancel === true) return 'would end the comparison that runs'
  if (remove !== undefined) return `would forget the comparison ${visible(remove)}`
  return `would make up to ${count} each of ${(variant ?? ComparedVariant.options).join(', ')}, measure them and remove them`
}

const startsOption = (): Option =>
  new Option(
    '--starts <number>',
    'how many starts and requests are timed, at least 20 (default: 20)',
  ).argParser((text: string) =>
    parsed('--starts', CompareInput.shape.starts.unwrap())(/^\d+$/.test(text) ? Number(text) : text),
  )

const variantOption = (): Option => {
  const parse = chosen('--variant', ComparedVariant)
  return new Option('--variant <variant>', 'only this one, may be repeated; all without it')
    .choices(ComparedVariant.options)
    .argParser((text: string, previous: readonly ComparedVariant[] | undefined) => [
      ...(previous ?? []),
      parse(text),
    ])
}

const idOption = (flags: string, description: string): Option => new Option(flags, description)
