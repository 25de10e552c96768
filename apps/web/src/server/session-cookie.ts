import { isSecure } from './origin.ts'

/**
 * The cookie's name. `__Host-` makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2), and is
 * therefore for https only.
 */
export const sessionCookieName = (headers: Headers): string =>
  isSecure(headers) ? '__Host-pilot' : 'pilot-session'

/** The session's token; undefined where the browser sent none. */
export const readSessionCookie = (headers: Headers): string | undefined => {
  const name = sessionCookieName(headers)
  return headers
    .get('cookie')
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

/** Set-Cookie for a new session, which ends at `expiresAt` (ISO 8601). */
export const sessionCookie = (headers: Headers, token: string, expiresAt: string): string => {
  const seconds = Math.max(0, Math.floor((Date.parse(expiresAt) - Date.now()) / 1000))
  return writeCookie(headers, token, seconds)
}

/** Set-Cookie that removes it. */
export const endedSessionCookie = (headers: Headers): string => writeCookie(headers, '', 0)

const writeCookie = (headers: Headers, value: string, seconds: number): string =>
  [
    `${sessionCookieName(headers)}=${value}`,
    'Path=/',
    `Max-Age=${seconds}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure(headers) ? ['Secure'] : []),
  ].join('; ')
