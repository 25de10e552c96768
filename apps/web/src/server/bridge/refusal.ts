import type { InputFault, Need, Problem } from '@pilot/contract'
import { isMethodName, pilotMethods, verbOf } from '@pilot/api/client'
import { isOwnHost, isOwnOrigin, isSecure } from '../origin.ts'
import { problemResponse } from '../problem-response.ts'
import { readSessionCookie } from '../session-cookie.ts'
import { webDomain } from '../settings.ts'

/** The answer to a request that must not reach the agent; undefined where it may. The first line that fits counts. */
export const findRefusal = (request: Request, name: string): Response | undefined => {
  const { headers, method } = request
  if (!isOwnHost(headers)) return refuse(name, 'own-host', 421)
  if (!isOwnCaller(request)) return refuse(name, 'own-page', 403)
  if (!isMethodName(name)) return invalid({ code: 'no-procedure' }, 404)
  // Their answers hold a session's token, which no page may see; they have routes of their own.
  if (name === 'signIn' || name === 'acceptLink') return refuse(name, 'page-for-it', 403)
  const verb = verbOf(pilotMethods[name])
  if (method !== verb) return invalid({ code: verb === 'GET' ? 'not-get' : 'not-post' }, 405)
  if (verb === 'GET') return undefined
  if (!isJson(headers)) return invalid({ code: 'not-json' }, 415)
  return undefined
}

/** The same for the routes that begin and end sessions: always from our own page. */
export const findForeign = ({ headers }: Request, name: string): Response | undefined => {
  if (!isOwnHost(headers)) return refuse(name, 'own-host', 421)
  if (!isOwnOrigin(headers)) return refuse(name, 'own-page', 403)
  return undefined
}

/** The same for routes that only scripts use: no page, ours or another's, has any business there. */
export const findScriptRefusal = ({ headers }: Request, name: string): Response | undefined => {
  if (!isOwnHost(headers)) return refuse(name, 'own-host', 421)
  if (headers.has('origin')) return refuse(name, 'token-and-no-page', 403)
  return undefined
}

// A browser adds cookies to a foreign page's request too, so only the origin tells that it is ours. A script with a
// token sends what it wants to send, and no Origin.
const isOwnCaller = ({ headers, method }: Request): boolean => {
  if (isOwnOrigin(headers)) return true
  if (headers.has('origin')) return false
  if (isScript(headers)) return true
  return method === 'GET' && isOwnFetch(headers)
}

// Browsers tell it to trustworthy addresses only (Fetch Metadata, 3): not to a name on plain HTTP, but for localhost.
// There a page of another site still has to send its Origin, or else may not read what it gets.
const isOwnFetch = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site')
  return site === 'same-origin' || (site === null && !isSecure(headers) && !isLocalhost(webDomain()))
}

const isLocalhost = (domain: string): boolean => domain === 'localhost' || domain.endsWith('.localhost')

const isScript = (headers: Headers): boolean =>
  headers.has('authorization') && readSessionCookie(headers) === undefined

const isJson = (headers: Headers): boolean =>
  (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() === 'application/json'

const refuse = (method: string, code: BridgeNeed, status: number): Response =>
  problemResponse({ code: 'not-permitted', action: { code: 'call', method }, need: { code } }, status)

type BridgeNeed = Extract<Need['code'], 'own-host' | 'own-page' | 'page-for-it' | 'token-and-no-page'>

const invalid = (fault: InputFault, status: number): Response => {
  const problem: Problem = { code: 'invalid-input', field: 'request', fault }
  return problemResponse(problem, status)
}
