import { allParts, columnsOf, outcomes, settings } from '@pilot/contract'
import type { Command, Option } from 'commander'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Pilot } from '../src/pilot.ts'
import { buildProgram } from '../src/program.ts'
import { runPilot } from './run-pilot.ts'

const page = readFileSync(join(import.meta.dirname, '../../../docs/commands.md'), 'utf8')

function leavesOf(command: Command): readonly Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)
}

function fullName(command: Command): string {
  const { parent } = command
  return parent === null || parent.name() === 'pilot'
    ? command.name()
    : `${fullName(parent)} ${command.name()}`
}

// Nothing runs here, so nothing of the world around is used.
const { commands } = await buildProgram([], {} as Pilot)

/** A command's part of the page. */
const sectionOf = (command: Command): string =>
  page.split(/^(?=##)/m).find((section) => section.startsWith(`### ${command.name()}\n`)) ?? ''

describe.each(commands.map((command) => [command.name(), command] as const))(
  'docs/commands.md on %s',
  (name, command) => {
    const section = sectionOf(command)

    it('has a section, and says every option there as --help does', () => {
      expect(section).not.toBe('')
      for (const part of command.commands) expect(section).toContain(`\`pilot ${name} ${part.name()}\``)
      for (const option of optionsOf(command)) {
        expect(section).toMatch(new RegExp(`\`(-\\w, )?${option.long ?? ''}\\b`))
        expect(page).toContain(toRow(option))
      }
    })

    it('names no option that the command does not have', () => {
      const own = optionsOf(command).map(({ long }) => long)
      // `plan` names what makes the others a plan.
      const known = name === 'plan' ? [...own, '--dry-run'] : own
      const named = [...section.matchAll(/`(?:-\w, )?(--[a-z-]+)/g)].map(([, long]) => long)
      expect(named.filter((long) => !known.includes(long))).toEqual([])
    })

    it('has the examples of --help', async () => {
      const { out } = await runPilot([name, '--help'])
      const examples = /\nExamples:\n((?: {2}.*\n)+)/.exec(out)?.[1] ?? ''
      expect(section).toContain(examples.replace(/^ {2}/gm, ''))
    })
  },
)

test.each(commands.flatMap(leavesOf).map((command) => [fullName(command), command] as const))(
  'pilot %s takes --json, as --help promises of every command',
  (name, { options }) => {
    // What it prints is a script for a shell.
    if (name !== 'completion') expect(options.map(({ long }) => long)).toContain('--json')
  },
)

test.each(
  commands
    .flatMap((command) => [command, ...command.commands])
    .map((each) => [fullName(each), each] as const),
)('the list of commands says what pilot %s is for in one clause', (_name, command) =>
  expect(command.summary()).toMatch(/^[a-z].{9,70}[^.]$/),
)

test('docs/commands.md has a section for no other command', () => {
  const sections = [...page.matchAll(/^### ([a-z-]+)$/gm)].map(([, name]) => name)
  expect(sections.sort()).toEqual(commands.map((command) => command.name()).sort())
})

test.each(Object.entries(outcomes))(
  'docs/commands.md says with which exit code %s ends',
  (code, { exit }) => {
    expect(page).toMatch(new RegExp(`^\\| ${exit} \\|.*\`${code}\``, 'm'))
  },
)

test.each(columnsOf(settings))('docs/commands.md tells of the column %s of a list', (column) => {
  expect(page).toMatch(new RegExp(`^\\| .*\`${column}\`.* \\|`, 'm'))
})

test('docs/commands.md names the steps, in the order in which they are told', () => {
  expect(page).toContain(`The steps are ${allParts.map((step) => `\`${step}\``).join(', ')}.`)
})

// The parts of `plan` are commands with sections of their own.
const optionsOf = (command: Command): readonly Option[] => [
  ...command.options,
  ...(command.name() === 'plan' ? [] : command.commands.flatMap(({ options }) => options)),
]

const toRow = ({ flags, description, argChoices, defaultValue }: Option): string => {
  const choices = argChoices === undefined ? '' : ` (choices: ${argChoices.join(', ')})`
  const standard = typeof defaultValue === 'string' ? ` (default: ${defaultValue})` : ''
  return `| \`${flags}\` | ${description}${choices}${standard} |`
}
