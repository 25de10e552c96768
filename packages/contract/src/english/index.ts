import { formatBytes } from '../bytes.ts'
import type { StateReason } from '../facts/state-reason.ts'
import type { VariantReason } from '../facts/variant-reason.ts'
import type { Problem } from '../problem.ts'
import { formatTimeSpan } from '../time-span.ts'
import { action } from './action.ts'
import { comparisonFault } from './comparison-fault.ts'
import { comparisonMethod } from './comparison-method.ts'
import { difference } from './difference.ts'
import { findingTitle, found, remedy } from './finding.ts'
import { inputFault } from './input-fault.ts'
import { listFault } from './list-fault.ts'
import { need } from './need.ts'
import { again, problem } from './problem.ts'
import { createSpeaker, say, type Forms, type Language } from './sentences.ts'
import { setting } from './setting.ts'
import { stateReason } from './state-reason.ts'
import { stepDetail } from './step-detail.ts'
import { thing } from './thing.ts'
import { variantReason } from './variant-reason.ts'

/** What facts say in English. */
export const english: Language = {
  action,
  comparisonFault,
  comparisonMethod,
  difference,
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
}

export { setting as englishSettings }

/** Sizes and spans as systemd writes them, and times in ISO 8601. */
const forms: Forms = {
  time: (iso) => iso,
  minute: (iso) => `${iso.slice(0, 16).replace('T', ' ')} UTC`,
  duration: formatTimeSpan,
  bytes: formatBytes,
}

/** English with sizes and spans as systemd writes them and times in ISO 8601. */
export const speak = createSpeaker(english, forms)

/** One sentence, or two short ones, for people: what happened, to what, and what to do. */
export const explain = (told: Problem): string => `${say(problem, told, forms)}${again(told)}`

/** Why a tenant is in its state, in whole sentences; some readers have ways of their own to write times and sizes. */
export const explainState = (reason: StateReason, ways: Partial<Forms> = {}): string => {
  const own = { ...forms, ...ways }
  return reason.code === 'problem' ? say(problem, reason.problem, own) : say(stateReason, reason, own)
}

/** Why a variant of a comparison was not measured as asked for, in whole sentences. */
export const explainVariant = (reason: VariantReason): string =>
  reason.code === 'problem' ? say(problem, reason.problem, forms) : speak.variantReason(reason)
