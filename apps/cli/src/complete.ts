import tab from '@bomb.sh/tab/commander'
import { wholeList, type TenantName } from '@pilot/contract'
import type { Command } from 'commander'
import type { Pilot } from './pilot.ts'

/** Answers a shell that asks how `words` may go on (the script of `pilot completion` calls it). */
export const complete = async (words: readonly string[], program: Command, pilot: Pilot): Promise<void> => {
  // One line for each: the adapter would show the whole description.
  for (const command of program.commands) command.description(command.summary())
  const completions = tab(program, { completionCommandName: 'completion' })
  const [names, operators] = await Promise.all([listNames(pilot), listOperators(pilot, words)])
  for (const command of completions.commands.values()) {
    for (const completable of [command.options.get('name'), command.arguments.get('name')])
      if (completable !== undefined)
        completable.handler = (offer) => names.forEach((name) => offer(name, 'tenant'))
    const operator = command.arguments.get('operator')
    if (operator !== undefined)
      operator.handler = (offer) => operators.forEach((name) => offer(name, 'operator'))
  }
  completions.parse([...words])
}

// Nobody waits for a completion: without root or an agent that answers at once there are no names.
const listNames = async (pilot: Pilot): Promise<readonly TenantName[]> => {
  try {
    const client = await pilot.connect({ command: 'complete', changes: false })
    const { tenants } = await client.list(wholeList, AbortSignal.timeout(300))
    return tenants.map(({ spec }) => spec.name)
  } catch {
    return []
  }
}

const listOperators = async (pilot: Pilot, [first]: readonly string[]): Promise<readonly string[]> => {
  if (first !== 'operator') return []
  try {
    const client = await pilot.connect({ command: 'complete', changes: false })
    return (await client.operators({}, AbortSignal.timeout(300))).map(({ name }) => name)
  } catch {
    return []
  }
}
