import { z } from 'zod'
import { formatBytes, parseBytes } from '../bytes.ts'
import { joinCommandLine, splitCommandLine } from '../command-line.ts'
import type { InputFault } from '../facts/input-fault.ts'
import { inputFaultOf } from '../input-problem.ts'
import { formatTimeSpan, parseTimeSpan } from '../time-span.ts'
import { recordWithin } from '../whole-record.ts'
import type { Kind, Setting } from './setting.ts'
import { objectOf } from './values.ts'

export type Read = { readonly value: unknown } | { readonly fault: InputFault }

/** Typed for no limit, as systemd writes it; of what a tenant must have there is none. */
export const isInfinity = ({ of, standard }: Setting, text: string): boolean =>
  text.trim() === 'infinity' && of === 'tenant' && standard === undefined

/** A value as it is typed in a flag, a cell or a field; what is wrong with it is told as a fact. */
export const readSetting = (setting: Setting, text: string): Read => {
  const read = readers[setting.kind](text, setting)
  if ('fault' in read) return read
  const result = setting.schema.safeParse(read.value)
  if (result.success) return { value: result.data }
  return { fault: rangeFault(setting, text) ?? inputFaultOf(result.error.issues[0]) }
}

/** One word of a list, or one name of a map. */
export const readWord = ({ schema }: Setting, text: string): Read => {
  if (schema instanceof z.ZodArray) return readBy(schema.element, text)
  return readBy(recordWithin(schema)?.keyType ?? schema, text)
}

/** The value of one name of a map. */
export const readMapped = ({ schema }: Setting, text: string): Read =>
  readBy(recordWithin(schema)?.valueType ?? schema, text)

const readBy = (schema: z.core.$ZodType, text: string): Read => {
  const result = z.safeParse(schema, text)
  return result.success ? { value: result.data } : { fault: inputFaultOf(result.error.issues[0]) }
}

/** The text that `readSetting` reads as this value; empty for none. */
export const writeSetting = (setting: Setting, value: unknown): string =>
  value === undefined || value === null ? '' : writers[setting.kind](value)

type Reader = (text: string, setting: Setting) => Read

const asIs: Reader = (text) => ({ value: text })

const readers: Readonly<Record<Kind, Reader>> = {
  choice: (text, { schema }) => {
    const options = schema instanceof z.ZodEnum ? schema.options.map(String) : []
    return options.includes(text) ? { value: text } : { fault: { code: 'none-of', options } }
  },
  'time-span': (text) => {
    const milliseconds = parseTimeSpan(text)
    return milliseconds === undefined ? { fault: { code: 'not-time-span', text } } : { value: milliseconds }
  },
  bytes: (text, setting) =>
    orRange(setting, text, parseBytes(text.replace(/i?B$/i, '').replace(/\s+/g, '').toUpperCase())),
  percent: (text, setting) => orRange(setting, text, parseWhole(text.replace(/ ?%$/, ''))),
  count: (text, setting) => orRange(setting, text, parseWhole(text)),
  command: (text) => {
    const words = splitCommandLine(text)
    return words === null ? { fault: { code: 'open-quote' } } : { value: words }
  },
  text: asIs,
  lines: asIs,
  list: (text) => ({ value: text.split(/[\s,;]+/).filter((word) => word !== '') }),
  map: (text) => {
    if (text.trim().startsWith('{')) return readObject(text)
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
    const odd = lines.find((line) => !line.includes('='))
    if (odd !== undefined) return { fault: { code: 'not-variable', text: odd } }
    return {
      value: Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1)]),
      ),
    }
  },
}

const writers: Readonly<Record<Kind, (value: unknown) => string>> = {
  choice: String,
  'time-span': (value) => formatTimeSpan(Number(value)),
  bytes: (value) => formatExactly(Number(value)),
  percent: (value) => `${Number(value)}%`,
  count: String,
  command: (value) => joinCommandLine(wordsOf(value)),
  text: String,
  lines: String,
  list: (value) => wordsOf(value).join(' '),
  map: (value) =>
    Object.entries(objectOf(value))
      .map(([name, text]) => `${name}=${String(text)}`)
      .join('\n'),
}

const wordsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const parseWhole = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined)

const orRange = (setting: Setting, text: string, value: number | undefined): Read =>
  value === undefined ? { fault: rangeFault(setting, text) ?? { code: 'not-fitting' } } : { value }

/** What of a number's range the text misses, in the words of its kind; undefined for what is no number. */
const rangeFault = ({ kind, schema }: Setting, text: string): InputFault | undefined => {
  const { least, most } = rangeOf(schema)
  switch (kind) {
    case 'bytes':
      return { code: 'not-size', text, least, most }
    case 'percent':
      return { code: 'not-percent', text, least, most }
    case 'count':
      return { code: 'not-count', text, least, most }
    case 'time-span':
      return (parseTimeSpan(text) ?? 0) < least
        ? { code: 'time-span-short', text, least }
        : { code: 'time-span-long', text, most }
    default:
      return undefined
  }
}

const rangeOf = (schema: z.ZodType): { least: number; most: number } => {
  const number = schema instanceof z.ZodNumber ? schema : undefined
  return { least: number?.minValue ?? 0, most: number?.maxValue ?? Number.MAX_SAFE_INTEGER }
}

const readObject = (text: string): Read => {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { fault: { code: 'not-json' } }
  }
}

/** Bytes with the largest unit that loses nothing: `256M`, but `1000000`. */
const formatExactly = (bytes: number): string => {
  const text = formatBytes(bytes)
  return parseBytes(text) === bytes ? text : String(bytes)
}
