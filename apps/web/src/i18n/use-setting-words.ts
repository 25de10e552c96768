import type { Choice, SettingKey, SettingWords } from '@pilot/contract'
import { useLocale } from 'next-intl'
import { settingWords } from '../../messages/facts.ts'

/** What the reader's language says of a setting, whichever it is. */
export interface Words {
  readonly title: string
  readonly help: string
  /** An entry of a list or a map. */
  readonly one: string
  readonly choices: Readonly<Record<string, Choice>>
}

export const useSettingWords = (): ((key: string) => Words) => {
  const words = settingWords[useLocale()]
  return (key) => wordsOf(words[key as SettingKey])
}

const wordsOf = (words: SettingWords[SettingKey]): Words => ({
  ...words,
  one: 'one' in words ? words.one : words.title,
  choices: 'choices' in words ? words.choices : {},
})
