import type * as Facts from '../../messages/facts.ts'
import { write } from './letters.ts'

/** All facts and settings, said in the made-up language where German says them. */
export const writeFacts = ({ facts, settingWords }: typeof Facts): typeof Facts => ({
  facts: { ...facts, de: writeAll(facts.de) as (typeof facts)['de'] },
  settingWords: { ...settingWords, de: writeAll(settingWords.de) as (typeof settingWords)['de'] },
})

/** Whatever is said anywhere in the table, in the made-up language; what it was given stays as it comes. */
const writeAll = (said: unknown, given: readonly string[] = []): unknown => {
  if (typeof said === 'string') return writeAround(said, given)
  if (typeof said === 'function')
    return (...values: unknown[]) =>
      writeAll((said as (...values: unknown[]) => unknown)(...values), textsIn(values))
  if (typeof said === 'object' && said !== null)
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, writeAll(value, given)]))
  return said
}

const writeAround = (text: string, given: readonly string[]): string => {
  if (given.length === 0) return write(text)
  const each = given.map((value) => RegExp.escape(value)).join('|')
  return text
    .split(new RegExp(`(?<!\\p{L})(${each})(?!\\p{L})`, 'u'))
    .map((part, index) => (index % 2 === 0 ? write(part) : part))
    .join('')
}

/** The texts among the values, longest first. */
const textsIn = (values: unknown): string[] => {
  if (typeof values === 'string') return values === '' ? [] : [values]
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values)
    .flatMap(([key, value]) => (key === 'code' ? [] : textsIn(value)))
    .sort((a, b) => b.length - a.length)
}
