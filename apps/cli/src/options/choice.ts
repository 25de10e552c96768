import { Option } from 'commander'
import { invalid } from './invalid.ts'

/** A parser that takes one of the schema's words and nothing else. */
export const chosen =
  <Word extends string>(field: string, { options }: Words<Word>) =>
  (text: string): Word => {
    const word = options.find((option) => option === text)
    if (word === undefined)
      throw invalid(field, { code: 'none-of', options: [...options] }, noneOf(text, options))
    return word
  }

export const choiceOption = <Word extends string>(
  flags: string,
  description: string,
  words: Words<Word>,
): Option => {
  const option = new Option(flags, description).choices(words.options)
  return option.argParser(chosen(`--${option.name()}`, words))
}

export const noneOf = (text: string, options: readonly string[]): string =>
  `"${text}" is none of ${options.join(', ')}`

/** What is used here of a zod enum. */
interface Words<Word extends string> {
  readonly options: readonly Word[]
}
