import { Problem } from '@pilot/contract'
import { host } from '../../system/support/pilot.ts'

export interface Asked {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown
  /** In place of Caddy's port on the loopback. */
  readonly socketPath?: string
}

export interface Answer {
  /** 0: no answer. */
  readonly status: number
  /** By their names in lower case; of several with one name the last. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const origin = 'http://pilot.localhost'

/** A request that no browser would send, from the host's own loopback. Nothing is added but the host's name. */
export const ask = async (
  path: string,
  { method, headers, body, socketPath }: Asked = {},
): Promise<Answer> => {
  const given = Object.entries({ Host: 'pilot.localhost', ...headers })
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const { stdout } = await host.exec(
    [
      'curl',
      '-s',
      '-i',
      '--http1.1',
      '--max-time',
      '30',
      '--path-as-is',
      '-H',
      'Expect:',
      '-X',
      method ?? (text === undefined ? 'GET' : 'POST'),
      ...given.flatMap(([name, value]) => ['-H', value === '' ? `${name};` : `${name}: ${value}`]),
      ...(text === undefined ? [] : ['--data-binary', '@-']),
      ...(socketPath === undefined ? [] : ['--unix-socket', socketPath]),
      `http://127.0.0.1${path}`,
    ],
    { input: text ?? '' },
  )
  return parse(stdout)
}

/** Calls a procedure as a page of the web interface does; the token is a session's. */
export const callByPage = (
  procedure: string,
  input: unknown,
  { token, ...asked }: { token?: string } & Asked = {},
) =>
  ask(`/api/trpc/${procedure}`, {
    ...asked,
    body: input,
    headers: {
      Origin: origin,
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Cookie: `pilot-session=${token}` }),
      ...asked.headers,
    },
  })

/** The problem in the answer to a call, wherever it stands in it; undefined where it worked. */
export const problemIn = ({ body }: Answer): Problem | undefined => {
  const found: Problem[] = []
  JSON.parse(body, (key, value: unknown) => {
    const { data } = Problem.safeParse(value)
    if (key === 'problem' && data !== undefined) found.push(data)
    return value
  })
  return found[0]
}

const parse = (text: string): Answer => {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const pairs = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 1).trim(),
  ])
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(pairs) as Record<string, string>,
    body: rest.join('\r\n\r\n'),
  }
}
