/** The input as the audit may show it: the values of environment variables are replaced by `***`. */
export const redact = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      secretFields.has(key) ? hideValues(value) : (value as unknown),
    ]),
  )
}

const secretFields = new Set(['environment', 'setEnvironment'])

const hideValues = (environment: unknown): unknown =>
  typeof environment === 'object' && environment !== null
    ? Object.fromEntries(Object.keys(environment).map((name) => [name, '***']))
    : '***'
