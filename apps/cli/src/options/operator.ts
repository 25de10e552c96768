import { OperatorName, PilotError, Role, type Operator } from '@pilot/contract'
import { Argument, type Command } from 'commander'
import type { PilotClient } from '@pilot/api/client'
import { printDocument, printLine } from '../output/output.ts'
import type { Pilot } from '../pilot.ts'
import { chosen } from './choice.ts'
import { dryRunOption, jsonOption } from './common.ts'
import { parsed } from './value.ts'

/** The operator that a command is about, as its first argument. */
export const operatorArgument = (flags: '<operator>' | '[operator]' = '<operator>'): Argument =>
  new Argument(flags, "the operator's name").argParser(parsed('operator', OperatorName))

export const roleArgument = (): Argument =>
  new Argument('<role>', 'what the operator may do').choices(Role.options).argParser(chosen('role', Role))

/** The options of a command that changes one operator. */
export const addChangeOptions = (command: Command): Command =>
  command.addOption(dryRunOption()).addOption(jsonOption())

/** @throws PilotError `not-found` */
export const findOperator = async (
  client: PilotClient,
  name: OperatorName,
  { signal }: Pilot,
): Promise<Operator> => {
  const found = (await client.operators({}, signal)).find((operator) => operator.name === name)
  if (found === undefined)
    throw new PilotError({ code: 'not-found', what: { code: 'operator', operator: name } })
  return found
}

/** What a `--dry-run` of an operator's command says; `would` is one clause, such as `would remove ada`. */
export const printWould = ({ stdout }: Pilot, would: string, { json }: { json: boolean }): void => {
  if (json) printDocument(stdout, { would })
  else printLine(stdout, `pilot ${would}; nothing was done.`)
}
