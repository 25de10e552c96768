import type { Setting, Settings } from './setting.ts'
import { capital } from './shapes.ts'
import {
  objectOf,
  valueOf,
  valueOfDomain,
  withValue,
  withoutValue,
  withValueOfDomain,
  type Values,
} from './values.ts'

/**
 * The wish after what `set` says of it: what is absent stays, null lifts, lists are given anew, added to and taken
 * from, maps are set and unset name by name. What is said of a domain that the wish has no more is dropped.
 */
export const changeBy = (table: Settings, wish: Values, input: Values): Values => {
  let after = wish
  for (const [key, setting] of rowsOf(table, 'tenant'))
    after = withValue(after, key, setting, valueAfter(key, setting, valueOf(wish, key, setting), input))
  return withDomains(table, after, (domain, key) => {
    const said = valueOfDomain(input, domain, key)
    return said === undefined ? valueOfDomain(wish, domain, key) : (said ?? undefined)
  })
}

/** The wish completed by what `create` says: whatever is said replaces what stood, unless it is fixed. */
export const mergeBy = (table: Settings, wish: Values, said: Values): Values => {
  let after = wish
  for (const [key, setting] of rowsOf(table, 'tenant'))
    if (setting.fixed !== true)
      after = withValue(after, key, setting, valueOf(said, key, setting) ?? valueOf(wish, key, setting))
  return withDomains(
    table,
    after,
    (domain, key) => valueOfDomain(said, domain, key) ?? valueOfDomain(wish, domain, key),
  )
}

/** A domain of which something is said although it is none of these; undefined where there is none. */
export const findStrangeDomain = (domains: readonly string[], said: Values): string | undefined =>
  Object.keys(objectOf(said['domainSettings'])).find((domain) => !domains.includes(domain))

const rowsOf = (table: Settings, of: Setting['of']): [string, Setting][] =>
  Object.entries(table).filter(([, setting]) => setting.of === of)

const valueAfter = (key: string, { kind }: Setting, before: unknown, input: Values): unknown => {
  const said = key in objectOf(input['limits']) ? objectOf(input['limits'])[key] : input[key]
  if (kind === 'map') {
    const unset = new Set(wordsOf(input[`unset${capital(key)}`]))
    const all = { ...objectOf(before), ...objectOf(input[`set${capital(key)}`]) }
    return Object.fromEntries(Object.entries(all).filter(([name]) => !unset.has(name)))
  }
  if (kind === 'list') {
    const removed = new Set(wordsOf(input[`remove${capital(key)}`]))
    const all = [...wordsOf(said ?? before), ...wordsOf(input[`add${capital(key)}`])]
    return [...new Set(all)].filter((word) => !removed.has(word))
  }
  return said === undefined ? before : (said ?? undefined)
}

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const withDomains = (
  table: Settings,
  wish: Values,
  read: (domain: string, key: string) => unknown,
): Values => {
  let after = withoutValue(wish, 'domainSettings')
  for (const domain of wordsOf(wish['domains']))
    for (const [key] of rowsOf(table, 'domain'))
      after = withValueOfDomain(after, domain, key, read(domain, key))
  return after
}
