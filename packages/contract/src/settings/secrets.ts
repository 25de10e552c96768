import type { Settings } from './setting.ts'
import { objectOf, valueOf, valueOfDomain, withValue, withValueOfDomain, type Values } from './values.ts'

/** In place of a value that is not told. */
export const hidden = '***'

/** The values with every secret hidden, and, where asked for, every value of a map. */
export const withoutSecretsBy = (table: Settings, values: Values, hideMaps: boolean): Values => {
  let told = values
  for (const [key, setting] of Object.entries(table)) {
    if (setting.of === 'domain') {
      if (setting.secret !== true) continue
      for (const domain of Object.keys(objectOf(values['domainSettings'])))
        if (valueOfDomain(values, domain, key) !== undefined)
          told = withValueOfDomain(told, domain, key, hidden)
      continue
    }
    const value = valueOf(values, key, setting)
    if (value === undefined) continue
    if (setting.secret === true) told = withValue(told, key, setting, hidden)
    else if (setting.kind === 'map' && hideMaps) told = withValue(told, key, setting, hideValues(value))
  }
  return told
}

const hideValues = (map: unknown): Values =>
  Object.fromEntries(Object.keys(objectOf(map)).map((name) => [name, hidden]))

/** The keys of secrets, for what hides them wherever they stand, such as the audit. */
export const secretKeysOf = (table: Settings): string[] =>
  Object.entries(table).flatMap(([key, { secret }]) => (secret === true ? [key] : []))
