import { formatBytes } from '../bytes.ts'
import type { Problem } from '../problem.ts'
import { formatTimeSpan } from '../time-span.ts'
import { action } from './action.ts'
import { difference } from './difference.ts'
import { findingTitle, found, remedy } from './finding.ts'
import { inputFault } from './input-fault.ts'
import { listFault } from './list-fault.ts'
import { need } from './need.ts'
import { problem } from './problem.ts'
import { createSpeaker, say, type Forms, type Language } from './sentences.ts'
import { setting } from './setting.ts'
import { thing } from './thing.ts'

/** What facts say in English. */
export const english: Language = {
  action,
  difference,
  findingTitle,
  found,
  inputFault,
  listFault,
  need,
  remedy,
  thing,
}

export { setting as englishSettings }

/** Sizes and spans as systemd writes them, and times in ISO 8601. */
const forms: Forms = { time: (iso) => iso, duration: formatTimeSpan, bytes: formatBytes }

/** English with sizes and spans as systemd writes them and times in ISO 8601. */
export const speak = createSpeaker(english, forms)

/** One sentence, or two short ones, for people: what happened, to what, and what to do. */
export const explain = (told: Problem): string => say(problem, told, forms)
