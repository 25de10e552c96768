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

const environments = new Set(['environment', 'setEnvironment'])
const secrets = new Set(['password', 'current', 'token', 'code', 'secret'])

const hidden = (value: unknown): '***' | undefined => (value === undefined ? undefined : '***')

const hideValues = (environment: unknown): unknown =>
  typeof environment === 'object' && environment !== null
    ? Object.fromEntries(Object.keys(environment).map((name) => [name, '***']))
    : '***'
