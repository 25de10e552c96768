import { english, englishSettings, standingsOf, type Language, type SettingWords } from '@pilot/contract'
import { inputFault } from './de/facts/input-fault.ts'
import { listFault } from './de/facts/list-fault.ts'
import { setting } from './de/facts/setting.ts'
import { stepDetail } from './de/facts/step-detail.ts'

type Languages<Words> = Readonly<Record<'en' | 'de', Words>>

/** What facts say in each language. Whatever is said in English (packages/contract) the compiler asks for here too. */
export const facts: Languages<Language> = {
  en: english,
  de: { inputFault, listFault, difference: standingsOf(setting), stepDetail },
}

/** What the settings of a tenant are called. */
export const settingWords: Languages<SettingWords> = { en: englishSettings, de: setting }
