import { webDomain } from './settings.ts'

/** True where the request was meant for us: another name that leads here (DNS rebinding) is no origin of ours. */
export const isOwnHost = (headers: Headers): boolean =>
  (headers.get('host') ?? '').toLowerCase().replace(/:\d{1,5}$/, '') === webDomain()

/** The scheme that the browser used, as Caddy tells it. */
export const isSecure = (headers: Headers): boolean => headers.get('x-forwarded-proto') === 'https'

/** True where `Origin` names the page's own origin; false where there is none. */
export const isOwnOrigin = (headers: Headers): boolean =>
  headers.get('origin') === `${isSecure(headers) ? 'https' : 'http'}://${headers.get('host') ?? ''}`

/**
 * The browser's address as Caddy saw it: the last of X-Forwarded-For, because those before it are only claims.
 * undefined where there is none.
 */
export const clientAddress = (headers: Headers): string | undefined =>
  headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
