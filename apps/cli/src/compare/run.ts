import type { PilotClient } from '@pilot/api/client'
import { PilotError, type CompareInput, type ComparisonEvent, type ComparisonPhase } from '@pilot/contract'
import { createStatusLine } from '../operation/status-line.ts'
import { printLine } from '../output/output.ts'
import type { Pilot } from '../pilot.ts'
import { describeResult } from './describe-result.ts'

interface Run {
  readonly input: CompareInput
  /** Standard output is for the document alone. */
  readonly quiet: boolean
}

/** Starts a comparison and tells how it goes; answers its id, undefined where Ctrl-C has ended it. */
export const runComparison = async (
  pilot: Pilot,
  client: PilotClient,
  { input, quiet }: Run,
): Promise<string | undefined> => {
  // Without the signal: what was begun must be known, so that it can be ended.
  const { id } = await client.startComparison(input)
  const output = pilot.stderr.isTerminal ? pilot.stderr : pilot.stdout
  const line = createStatusLine(output)
  const tell = (event: ComparisonEvent): void => {
    if (event.event === 'progress' && pilot.stderr.isTerminal) line.show(() => describe(event))
    if (event.event === 'measured' && !(quiet && output === pilot.stdout))
      line.print(describeResult(event.result))
  }
  try {
    await followToItsEnd(client, id, { signal: pilot.signal, tell })
  } finally {
    line.close()
  }
  if (!pilot.signal.aborted) return id
  printLine(pilot.stderr, 'pilot: interrupted; ending the comparison and removing what it has made.')
  await client.cancelComparison({ id })
  printLine(pilot.stderr, `pilot: nothing is left of the comparison ${id}.`)
  return undefined
}

interface Listener {
  readonly signal: AbortSignal
  readonly tell: (event: ComparisonEvent) => void
}

/** An agent that is restarted, for an update, drops who follows; the comparison goes on. */
const followToItsEnd = async (client: PilotClient, id: string, { signal, tell }: Listener): Promise<void> => {
  for (let lost = 0; ;) {
    try {
      for await (const event of client.followComparison({ id }, signal)) {
        lost = 0
        tell(event)
        if (event.event === 'finished') return
      }
      if (signal.aborted) return
    } catch (error) {
      if (!(error instanceof PilotError && error.problem.code === 'service-down') || lost >= 3) throw error
    }
    lost += 1
    if (lost > 3)
      throw new PilotError({
        code: 'service-down',
        service: 'pilot-agent',
        detail: 'it has hung up three times',
      })
  }
}

const describe = ({ variant, phase, done, of }: Extract<ComparisonEvent, { event: 'progress' }>): string =>
  of === 1 ? `${variant}: ${phases[phase]}` : `${variant}: ${phases[phase]} ${done}/${of}`

const phases: Record<ComparisonPhase, string> = {
  create: 'making them',
  settle: 'waiting until the machine is quiet',
  memory: 'reading memory',
  start: 'timing requests',
  remove: 'removing them',
}
