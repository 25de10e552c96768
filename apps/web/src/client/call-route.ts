import { problemIn } from '@pilot/api/client/browser'
import { PilotError, type Problem } from '@pilot/contract'

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
  const told: unknown = await answer.json().catch(() => undefined)
  throw new PilotError(problemIn(told) ?? unreachable)
}

const unreachable: Problem = {
  code: 'service-down',
  service: 'pilot-agent',
  detail: 'the web interface does not answer',
}
