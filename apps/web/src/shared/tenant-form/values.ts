import {
  isSame,
  valueOf,
  valueOfDomain,
  writeSetting,
  type Setting,
  type Settings,
  type Values,
} from '@pilot/contract'

/** What is typed of a tenant: texts by the keys of the settings. */
export interface SettingValues {
  /** The sample app, whatever command was typed before, or the command. */
  program: 'sample' | 'command'
  texts: Texts
  /** Of a list, a row for each word. */
  lists: Record<string, ListRow[]>
  /** Of a map, a row for each name. */
  maps: Record<string, MapRow[]>
}

/** Empty says nothing; null takes off a secret, which the form cannot show. */
export type Texts = Record<string, string | null>

export interface ListRow {
  text: string
  /** A domain's own settings; empty in other lists. */
  settings: Texts
}

export interface MapRow {
  name: string
  value: string
}

/** The list whose words have settings of their own. */
export const listOfDomains = 'domains'

/** The form of a new tenant: what it would have anyway; what the agent decides and the domain of its name are open. */
export const newValues = (table: Settings): SettingValues => ({
  program: 'sample',
  texts: textsOf(table, (key, setting) => (openAtFirst.has(key) ? undefined : setting.standard)),
  lists: rowsOf(table, 'list', (key) => (key === listOfDomains ? [newRow(table)] : [])),
  maps: rowsOf(table, 'map', () => []),
})

const openAtFirst: ReadonlySet<string> = new Set(['command', 'activation'])

/** The form of a tenant as it stands. */
export const valuesOf = (table: Settings, wish: Values): SettingValues => {
  const runsSample = isSame(wish['command'], table['command']?.standard)
  return {
    program: runsSample ? 'sample' : 'command',
    texts: textsOf(table, (key, setting) =>
      key === 'command' && runsSample ? undefined : valueOf(wish, key, setting),
    ),
    lists: rowsOf(table, 'list', (key, setting) =>
      wordsOf(valueOf(wish, key, setting)).map((word) => ({
        text: word,
        settings: key === listOfDomains ? domainTexts(table, wish, word) : {},
      })),
    ),
    maps: rowsOf(table, 'map', (key, setting) =>
      Object.entries(valueOf(wish, key, setting) ?? {}).map(([name, value]) => ({
        name,
        value: String(value),
      })),
    ),
  }
}

/** A row of the list of domains before anything is typed in it. */
export const newRow = (table: Settings): ListRow => ({ text: '', settings: domainTexts(table, {}, '') })

/** The text of a value as its field shows it; nobody is told a secret. */
export const textOf = (setting: Setting, value: unknown): string =>
  setting.secret === true ? '' : writeSetting(setting, value)

/** The settings of a domain, each with its key. */
export const domainSettingsOf = (table: Settings): [string, Setting][] =>
  Object.entries(table).filter(([, { of }]) => of === 'domain')

const domainTexts = (table: Settings, wish: Values, domain: string): Texts =>
  Object.fromEntries(
    domainSettingsOf(table).map(([key, setting]) => [key, textOf(setting, valueOfDomain(wish, domain, key))]),
  )

const textsOf = (table: Settings, read: (key: string, setting: Setting) => unknown): Texts =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([, { of, kind }]) => of === 'tenant' && kind !== 'list' && kind !== 'map')
      .map(([key, setting]) => [key, textOf(setting, read(key, setting))]),
  )

const rowsOf = <Row>(
  table: Settings,
  kind: 'list' | 'map',
  read: (key: string, setting: Setting) => Row[],
): Record<string, Row[]> =>
  Object.fromEntries(
    Object.entries(table)
      .filter(([, setting]) => setting.of === 'tenant' && setting.kind === kind)
      .map(([key, setting]) => [key, read(key, setting)]),
  )

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
