import type { Setting, Settings } from './setting.ts'
import { objectOf, valueOf, valueOfDomain, type Values } from './values.ts'

/** A setting as it stands; `value` is null for none, and where nobody is told. */
export interface Standing {
  readonly code: string
  readonly domain: string | null
  readonly value: unknown
}

/** The first setting of the table that was asked for and stands otherwise; undefined where nothing differs. */
export const differenceBy = (table: Settings, found: Values, wanted: Values): Standing | undefined => {
  for (const [key, setting] of Object.entries(table)) {
    if (setting.of === 'domain') {
      for (const domain of Object.keys(objectOf(wanted['domainSettings']))) {
        const asked = valueOfDomain(wanted, domain, key)
        const stands = valueOfDomain(found, domain, key)
        if (asked !== undefined && !isSame(asked, stands))
          return { code: key, domain, value: setting.secret === true ? null : (stands ?? null) }
      }
      continue
    }
    const asked = valueOf(wanted, key, setting)
    const stands = valueOf(found, key, setting)
    if (asked !== undefined && !isSame(asSet(setting, asked), asSet(setting, stands)))
      return { code: key, domain: null, value: setting.secret === true ? null : (stands ?? null) }
  }
  return undefined
}

/** In a list neither the order counts, nor how often a word stands there. */
const asSet = ({ kind }: Setting, value: unknown): unknown =>
  kind === 'list' && Array.isArray(value) ? [...new Set(value.map(String))].sort() : value

/** Values are JSON; in objects the order of keys does not count. */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(objectOf(a)[key], objectOf(b)[key]))
  )
}
