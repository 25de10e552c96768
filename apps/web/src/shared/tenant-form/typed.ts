import {
  isInfinity,
  inputFaultOf,
  readMapped,
  readSetting,
  readWord,
  type InputFault,
  type Read,
  type Setting,
} from '@pilot/contract'
import { listOfDomains, type ListRow, type MapRow } from './values.ts'

/** What is wrong with what is typed, and at which field of the form. */
export interface FormFault {
  readonly path: string
  readonly fault: InputFault
}

/** What is typed of one setting. */
export type Typed =
  /** The field says nothing: it stays as it is, or the agent decides. */
  | { readonly state: 'nothing' }
  /** It is to have none. */
  | { readonly state: 'none' }
  | { readonly state: 'value'; readonly value: unknown }
  | { readonly state: 'faulty'; readonly faults: readonly FormFault[] }

/** A setting that is typed in one field. */
export const readText = (setting: Setting, text: string | null, path: string): Typed => {
  if (text === null) return { state: 'none' }
  const isEmpty = setting.kind === 'lines' ? text === '' : text.trim() === ''
  if (isEmpty && setting.secret === true) return { state: 'nothing' }
  if ((isEmpty && mayBeNone(setting)) || isInfinity(setting, text)) return { state: 'none' }
  // No card is chosen: the agent does.
  if (isEmpty && setting.kind === 'choice') return { state: 'nothing' }
  // Blanks around it are slips, but for texts that may hold any.
  const isAsIs = setting.kind === 'lines' || setting.kind === 'text'
  const read = readSetting(setting, isAsIs ? text : text.trim())
  return 'fault' in read
    ? { state: 'faulty', faults: [{ path, fault: read.fault }] }
    : { state: 'value', ...read }
}

/** True where a tenant, or a domain, may go without it. */
export const mayBeNone = ({ of, standard }: Setting): boolean => of === 'domain' || standard === undefined

/** A list that is typed in rows. */
export const readRows = (key: string, setting: Setting, rows: readonly ListRow[]): Typed => {
  const words = rows.map(({ text }) => text.trim())
  const faults = words.flatMap((word, index) => [
    ...faultsIn(`lists.${key}.${index}.text`, readWord(setting, word)),
    // Other lists take what is repeated as one.
    ...(key === listOfDomains && isRepeated(words, index)
      ? [faultAt(`lists.${key}.${index}.text`, { code: 'domain-twice' })]
      : []),
  ])
  return wholeOf(setting, `lists.${key}`, [...new Set(words)], faults)
}

/** A map that is typed in rows. */
export const readMap = (key: string, setting: Setting, rows: readonly MapRow[]): Typed => {
  const names = rows.map(({ name }) => name)
  const faults = rows.flatMap(({ name, value }, index) => [
    ...faultsIn(`maps.${key}.${index}.name`, readWord(setting, name)),
    ...faultsIn(`maps.${key}.${index}.value`, readMapped(setting, value)),
    ...(isRepeated(names, index) ? [faultAt(`maps.${key}.${index}.name`, { code: 'variable-twice' })] : []),
  ])
  return wholeOf(
    setting,
    `maps.${key}`,
    Object.fromEntries(rows.map(({ name, value }) => [name, value])),
    faults,
  )
}

const faultAt = (path: string, fault: InputFault): FormFault => ({ path, fault })

const faultsIn = (path: string, read: Read): FormFault[] =>
  'fault' in read ? [faultAt(path, read.fault)] : []

const isRepeated = (words: readonly string[], index: number): boolean =>
  words.indexOf(words[index] ?? '') < index

/** What the rows are together, where each of them is right. */
const wholeOf = (setting: Setting, path: string, value: object, faults: readonly FormFault[]): Typed => {
  if (faults.length > 0) return { state: 'faulty', faults }
  if (Object.keys(value).length === 0) return { state: 'none' }
  const { error } = setting.schema.safeParse(value)
  return error === undefined
    ? { state: 'value', value }
    : { state: 'faulty', faults: [faultAt(path, inputFaultOf(error.issues[0]))] }
}
