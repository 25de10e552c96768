/** JSON with the keys of every object sorted and no spaces: equal values give equal bytes (RFC 8785's idea). */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (isObject(item) ? sortKeys(item) : item))

const isObject = (item: unknown): item is Record<string, unknown> =>
  typeof item === 'object' && item !== null && !Array.isArray(item)

const sortKeys = (item: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
