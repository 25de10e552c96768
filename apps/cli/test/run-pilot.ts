import { PilotError } from '@pilot/contract'
import type { Output } from '../src/output/output.ts'
import { run } from '../src/run.ts'
import { createFakeClient, type Answers, type Call } from './fake-client.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly calls: readonly Call[]
  /** Each line of stdout as JSON. */
  readonly lines: () => unknown[]
}

export interface Setting {
  readonly answers?: Answers
  readonly root?: boolean
  readonly terminal?: boolean
  readonly interruption?: AbortController
  /** What every file holds. */
  readonly file?: string
}

/** Runs `pilot ARGS` against a fake agent and tells all that it did. */
export const runPilot = async (args: readonly string[], setting: Setting = {}): Promise<Ran> => {
  const {
    answers = {},
    root = true,
    terminal = false,
    interruption = new AbortController(),
    file = '',
  } = setting
  const { client, calls } = createFakeClient(answers)
  const written = { out: '', err: '' }
  const output = (stream: keyof typeof written): Output => ({
    write: (text) => void (written[stream] += text),
    isTerminal: terminal,
    colors: false,
    columns: terminal ? 80 : undefined,
  })
  const code = await run(args, {
    stdout: output('out'),
    stderr: output('err'),
    signal: interruption.signal,
    connect: async ({ command }) => {
      if (!root)
        throw new PilotError({
          code: 'not-permitted',
          action: { code: 'command', command },
          need: { code: 'root' },
        })
      return client
    },
    connectForCheck: async () => client,
    readFile: async () => file,
    close: async () => undefined,
  })
  const { out, err } = written
  return {
    code,
    out,
    err,
    calls,
    lines: () =>
      out
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
  }
}
