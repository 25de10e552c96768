import { Option } from 'commander'
import { invalid } from './invalid.ts'

/** A flag that takes a whole number from 1 to `most`. */
export const countOption = (flags: string, description: string, most: number): Option => {
  const option = new Option(flags, description)
  return option.argParser((text: string) => {
    const number = /^\d{1,9}$/.test(text) ? Number(text) : 0
    if (number >= 1 && number <= most) return number
    throw invalid(`--${option.name()}`, { code: 'not-count', text, least: 1, most })
  })
}
