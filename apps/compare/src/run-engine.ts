import type { ContainerEngine } from '@pilot/contract'
import { execa } from 'execa'
import { MeasureError } from './measure-error.ts'

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>
  /** A program whose output it reads. */
  readonly input?: readonly string[] | undefined
}

/** Runs a container engine and answers what it prints; throws with the last line of what it complains of. */
export const runEngine = async (
  engine: ContainerEngine,
  args: readonly string[],
  { env, input }: Options,
): Promise<string> => {
  const options = { env, reject: false, timeout: limit } as const
  const [program, ...rest] = input ?? []
  const outcome =
    program === undefined
      ? await execa(engine, args, { ...options, stdin: 'ignore' })
      : await execa(program, rest, { reject: false, buffer: false }).pipe(engine, args, options)
  if (outcome.exitCode === 0) return outcome.stdout
  throw new MeasureError({
    code: 'engine-failed',
    engine,
    command: wordOf(args),
    exitCode: outcome.exitCode ?? null,
    words: lastLineOf(outcome.stderr),
  })
}

/** Milliseconds; an import reads a hundred megabytes. */
const limit = 120_000

const wordOf = (args: readonly string[]): string => args.find((word) => !word.startsWith('-')) ?? ''

/** As a clause, without a full stop. */
const lastLineOf = (text: string): string =>
  text.trim().split('\n').at(-1)?.replace(/\.$/, '').slice(0, 300) ?? ''
