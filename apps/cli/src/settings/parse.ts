import {
  Command,
  Domain,
  isInfinity,
  type PilotError,
  readMapped,
  readSetting,
  readWord,
  speak,
  type InputFault,
  type Read,
  type Setting,
} from '@pilot/contract'
import { noneOf } from '../options/choice.ts'
import { invalid } from '../options/invalid.ts'
import { parsed } from '../options/value.ts'

/** Takes off a limit. Not null: commander takes that for a missing value. */
export const infinity = 'infinity'

/** A parser of commander for the text of a flag; `previous` is what it gave for the same flag before. */
export type Parser = (text: string, previous: unknown) => unknown

/** The value of a setting's flag; for a setting of domains an object by domain. */
export const parseFlag = (setting: Setting): Parser => {
  const parse = parserOf(setting)
  return setting.of === 'domain' ? parseOfDomain(setting, parse) : parse
}

const parserOf = (setting: Setting): Parser => {
  if (isInFile(setting)) return (path) => path
  switch (setting.kind) {
    case 'list':
      return parseWords(setting, `--${setting.flag}`)
    case 'map':
      return parseVariable(setting)
    default:
      return parseText(setting)
  }
}

/** A value of several lines, and one that nobody should read in ps(1), stands in a file, which the flag names. */
export const isInFile = ({ kind, secret }: Setting): boolean => kind === 'lines' || secret === true

/** Words parted by commas, behind those that were given before. */
export const parseWords =
  (setting: Setting, flag: string): Parser =>
  (text, previous) => [
    ...new Set([
      ...listOf(previous),
      ...text.split(',').map((word) => demand(flag, readWord(setting, word))),
    ]),
  ]

/** Names of a map that are to go, behind those that were given before. */
export const parseNames =
  (setting: Setting, flag: string): Parser =>
  (text, previous) => [...listOf(previous), demand(flag, readWord(setting, text))]

/** A program alone, as a command without arguments. */
export const parseProgram: Parser = (path) => parsed('--app', Command)([path])

const parseText =
  (setting: Setting): Parser =>
  (text) => {
    const { flag } = setting
    if (isInfinity(setting, text)) return infinity
    const read = readSetting(setting, text)
    if ('value' in read) return read.value
    throw refusal(setting, `--${flag}`, text, read.fault)
  }

const refusal = ({ standard }: Setting, field: string, text: string, fault: InputFault): PilotError => {
  if (fault.code === 'none-of') return invalid(field, fault, noneOf(text, fault.options))
  if (!('text' in fault)) return invalid(field, fault)
  const typed = { ...fault, text }
  const clause = speak.inputFault(typed)
  return invalid(
    field,
    typed,
    'most' in fault && standard === undefined ? `${clause}, or ${infinity}` : clause,
  )
}

const parseVariable =
  (setting: Setting): Parser =>
  (text, previous) => {
    const flag = `--${setting.flag}`
    const separator = text.indexOf('=')
    if (separator === -1) throw invalid(flag, { code: 'not-variable', text })
    const name = String(demand(flag, readWord(setting, text.slice(0, separator))))
    const value = demand(flag, readMapped(setting, text.slice(separator + 1)))
    return { ...(previous as object | undefined), [name]: value }
  }

const parseOfDomain =
  ({ flag }: Setting, parse: Parser): Parser =>
  (text, previous) => {
    const separator = text.indexOf('=')
    const domain = parsed(`--${flag}`, Domain)(text.slice(0, Math.max(0, separator)))
    return { ...(previous as object | undefined), [domain]: parse(text.slice(separator + 1), undefined) }
  }

const listOf = (previous: unknown): unknown[] => (Array.isArray(previous) ? previous : [])

const demand = (field: string, read: Read): unknown => {
  if ('value' in read) return read.value
  throw invalid(field, read.fault)
}
