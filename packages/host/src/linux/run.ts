import { execa } from 'execa'
import { HostFailure } from '../ports/host-failure.ts'

export interface RunOptions {
  /** Milliseconds until the program is killed. */
  readonly timeout?: number
  /** Replaces the whole environment. */
  readonly env?: Readonly<Record<string, string>>
  /** Exit codes other than 0 that are answers too. */
  readonly accept?: readonly number[]
  /** Characters of output after which the program is killed; 100 million if undefined. */
  readonly longestOutput?: number
}

export interface RunResult {
  readonly stdout: string
  readonly exitCode: number
}

/** A program that ended otherwise than expected. */
export class ProgramFailed extends HostFailure {
  override readonly name = 'ProgramFailed'
  readonly exitCode: number | undefined
  readonly stderr: string

  constructor(program: string, exitCode: number | undefined, stderr: string, options: ErrorOptions) {
    super({ code: 'program-failed', program, exitCode: exitCode ?? null, words: stderr.trim() }, options)
    this.exitCode = exitCode
    this.stderr = stderr
  }
}

/** Runs a program with an argument list, never through a shell, in the C locale. */
export const run = async (
  program: string,
  args: readonly string[],
  { timeout = 30_000, env = baseEnvironment, accept = [], longestOutput }: RunOptions = {},
): Promise<RunResult> => {
  const result = await execa(program, args, {
    timeout,
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    ...(longestOutput === undefined ? {} : { maxBuffer: longestOutput }),
  })
  // `originalMessage` is Node's own where the program could not even be started.
  const { exitCode, stdout, stderr, originalMessage } = result
  if (exitCode !== undefined && (exitCode === 0 || accept.includes(exitCode))) return { stdout, exitCode }
  throw new ProgramFailed(program, exitCode, stderr || (originalMessage ?? ''), { cause: result })
}

/** What every program that we run gets: no variable of the agent's own. */
export const baseEnvironment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C.UTF-8',
} as const
