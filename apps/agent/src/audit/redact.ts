import { capital, hidden as stars, secretKeysOf, settings } from '@pilot/contract'

/**
 * The input as the audit may show it: the values of environment variables, passwords, codes and tokens are replaced
 * by `***`, at any depth.
 */
export const redact = (input: unknown): unknown => {
  if (Array.isArray(input)) return input.map(redact)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([key, value]: [string, unknown]) => [
      key,
      environments.has(key) ? hideValues(value) : secrets.has(key) ? hidden(value) : redact(value),
    ]),
  )
}

const maps = Object.entries(settings).flatMap(([key, { kind }]) =>
  kind === 'map' ? [key, `set${capital(key)}`] : [],
)
const environments = new Set(maps)
const secrets = new Set(['password', 'current', 'token', 'code', 'secret', ...secretKeysOf(settings)])

const hidden = (value: unknown): typeof stars | undefined => (value === undefined ? undefined : stars)

const hideValues = (environment: unknown): unknown =>
  typeof environment === 'object' && environment !== null
    ? Object.fromEntries(Object.keys(environment).map((name) => [name, stars]))
    : stars
