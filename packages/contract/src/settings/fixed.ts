import type { Settings } from './setting.ts'
import { valueOf, withValue, type Values } from './values.ts'

/** The rows that stay as a tenant was made with. */
export const fixedOf = (table: Settings): Settings =>
  Object.fromEntries(Object.entries(table).filter(([, { fixed }]) => fixed === true))

/** What is said, with everything that is fixed as it stands in this wish. */
export const withFixedBy = (table: Settings, wish: Values, said: Values): Values => {
  let after = said
  for (const [key, setting] of Object.entries(fixedOf(table)))
    after = withValue(after, key, setting, valueOf(wish, key, setting))
  return after
}
