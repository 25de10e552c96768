import type { SettingKey, settings } from './table.ts'

export const isFixed = (key: SettingKey): boolean => Object.hasOwn(fixedKeys, key)

/** The rows of the table that are fixed. It holds schemas, which who only says a sentence need not load. */
const fixedKeys: Readonly<Record<FixedKey, true>> = { scope: true }

type FixedKey = {
  [Key in SettingKey]: (typeof settings)[Key] extends { readonly fixed: true } ? Key : never
}[SettingKey]
