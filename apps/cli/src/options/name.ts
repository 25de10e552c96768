import { findNameFault, type TenantName } from '@pilot/contract'
import { Option, type Command } from 'commander'
import { invalid, misused } from './invalid.ts'

/** Lets a command take the tenant's name as `--name=x`, `--name x` or its first argument. */
export const addName = (command: Command): Command =>
  command
    .argument('[name]', "the tenant's name; the same as --name", parseName)
    .addOption(new Option('--name <name>', "the tenant's name").argParser(parseName))

/** The name that was given in either way. */
export const requireName = (
  command: string,
  argument: TenantName | undefined,
  option: TenantName | undefined,
): TenantName => {
  if (argument !== undefined && option !== undefined && argument !== option)
    throw misused('name', `it was given twice, as ${argument} and as ${option}`)
  const name = option ?? argument
  if (name === undefined)
    throw invalid(
      'name',
      { code: 'missing' },
      `it is missing; write for example "pilot ${command} --name=shop"`,
    )
  return name
}

// Without its schema: it would be all that many a command loads zod for.
const parseName = (text: string): TenantName => {
  const fault = findNameFault(text)
  if (fault !== undefined) throw invalid('name', fault)
  return text as TenantName
}
