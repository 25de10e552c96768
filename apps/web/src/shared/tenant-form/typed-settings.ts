import type { Setting, Settings } from '@pilot/contract'
import { readMap, readRows, readText, type FormFault, type Typed } from './typed.ts'
import { domainSettingsOf, listOfDomains, type SettingValues } from './values.ts'

/** What is typed of one setting of the tenant. */
export const typedOf = (key: string, setting: Setting, values: SettingValues): Typed => {
  if (setting.kind === 'list') return readRows(key, setting, values.lists[key] ?? [])
  if (setting.kind === 'map') return readMap(key, setting, values.maps[key] ?? [])
  if (key === 'command' && values.program === 'sample') return { state: 'value', value: setting.standard }
  return readText(setting, values.texts[key] ?? null, `texts.${key}`)
}

export interface TypedOfDomain {
  readonly domain: string
  readonly key: string
  readonly setting: Setting
  readonly typed: Typed
}

/** What is typed of the settings of all domains; a row without a domain has `open`. */
export const typedOfDomains = (table: Settings, values: SettingValues, open: string): TypedOfDomain[] =>
  (values.lists[listOfDomains] ?? []).flatMap(({ text, settings }, index) =>
    domainSettingsOf(table).map(([key, setting]) => ({
      domain: text.trim() === '' ? open : text.trim(),
      key,
      setting,
      typed: readText(setting, settings[key] ?? null, `lists.${listOfDomains}.${index}.settings.${key}`),
    })),
  )

export const faultsOf = (typed: Typed): readonly FormFault[] => (typed.state === 'faulty' ? typed.faults : [])
