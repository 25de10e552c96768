import { english, englishSettings, standingsOf, type Language, type SettingWords } from '@pilot/contract'
import { action as actionDe } from './de/facts/action.ts'
import { findingTitle, found, remedy } from './de/facts/finding.ts'
import { comparisonFault } from './de/facts/comparison-fault.ts'
import { comparisonMethod } from './de/facts/comparison-method.ts'
import { inputFault } from './de/facts/input-fault.ts'
import { listFault } from './de/facts/list-fault.ts'
import { need } from './de/facts/need.ts'
import { setting } from './de/facts/setting.ts'
import { thing } from './de/facts/thing.ts'
import { action } from './en/facts/action.ts'
import { stateReason } from './de/facts/state-reason.ts'
import { variantReason } from './de/facts/variant-reason.ts'
import { stepDetail } from './de/facts/step-detail.ts'

type Languages<Words> = Readonly<Record<'en' | 'de', Words>>

/** What facts say in each language. Whatever is said in English (packages/contract) the compiler asks for here too. */
export const facts: Languages<Language> = {
  en: { ...english, action },
  de: {
    action: actionDe,
    comparisonFault,
    comparisonMethod,
    difference: standingsOf(setting),
    findingTitle,
    found,
    inputFault,
    listFault,
    need,
    remedy,
    stateReason,
    stepDetail,
    thing,
    variantReason,
  },
}

/** What the settings of a tenant are called. */
export const settingWords: Languages<SettingWords> = { en: englishSettings, de: setting }
