import { PilotError, Problem } from '@pilot/contract'

/** Calls one of the web's own routes; throws `PilotError` with what it told. */
export const callRoute = async (
  method: 'POST' | 'DELETE',
  path: string,
  body: unknown = {},
): Promise<void> => {
  const answer = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new PilotError(unreachable, { cause })
  })
  if (answer.ok) return
  const told = (await answer.json().catch(() => undefined)) as
    { error?: { data?: { problem?: unknown } } } | undefined
  throw new PilotError(Problem.safeParse(told?.error?.data?.problem).data ?? unreachable)
}

const unreachable: Problem = {
  code: 'service-down',
  service: 'pilot-agent',
  detail: 'the web interface does not answer',
}
