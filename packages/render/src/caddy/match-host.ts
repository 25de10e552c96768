import type { JsonObject } from './json.ts'

/**
 * Matches requests for one host. Not a `host` matcher: for that Caddy would switch on automatic HTTPS (Caddy:
 * automatic HTTPS, activation), obtain certificates, and turn a plain server into one with TLS.
 */
export const matchHost = (host: string): JsonObject => ({
  vars_regexp: { '{http.request.host}': { pattern: `^${escape(host)}$` } },
})

/** Go's regular expressions (RE2) know the same special characters as ours. */
const escape = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
