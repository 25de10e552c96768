import type { JsonObject } from './json.ts'

/**
 * Matches requests for one host. Not a `host` matcher: for that Caddy would switch on automatic HTTPS (Caddy: automatic
 * HTTPS, activation), obtain certificates, and turn a plain server into one with TLS.
 */
export const matchHost = (host: string): JsonObject => matchHosts(`^${escape(host)}$`)

/**
 * Matches requests by their host, behind which a port may be, or only its colon (RFC 3986, 3.2.3). Not a `vars_regexp` of `{http.request.host}`, whose placeholder costs
 * a hundredth of a warm request. Without a group that captures: Caddy would store it in a variable of the request.
 */
export const matchHosts = (pattern: `${string}$`): JsonObject => ({
  header_regexp: { Host: { pattern: pattern.replace(/\$$/, '(?::[0-9]*)?$') } },
})

/** Go's regular expressions (RE2) know the same special characters as ours. */
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
