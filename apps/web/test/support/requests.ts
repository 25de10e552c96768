import { problemIn } from '@pilot/api/client/browser'

export const host = 'pilot.localhost:8080'
export const origin = `http://${host}`

/** A request as Caddy passes it on, from our own page unless `headers` say otherwise; null takes a header away. */
export const browserRequest = (
  path: string,
  init: { method?: string; body?: BodyInit; headers?: Record<string, string | null> } = {},
): Request => {
  const { method = 'POST', body = '{}', headers = {} } = init
  const all: Record<string, string | null> = {
    host,
    origin,
    'content-type': 'application/json',
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-proto': 'http',
    cookie: 'pilot-session=secret',
    ...headers,
  }
  return new Request(`${origin}${path}`, {
    method,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    ...(method === 'GET' || method === 'DELETE' ? {} : { body, duplex: 'half' }),
  })
}

/** The problem in a refusal, with its status. */
export const problemOf = async (response: Response) => {
  const body: unknown = await response.json()
  return { status: response.status, problem: problemIn(body) }
}
