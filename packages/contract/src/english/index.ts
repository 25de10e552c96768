import { formatBytes } from '../bytes.ts'
import { formatTimeSpan } from '../time-span.ts'
import { standingsOf } from '../settings/words.ts'
import { comparisonFault } from './comparison-fault.ts'
import { comparisonMethod } from './comparison-method.ts'
import { inputFault } from './input-fault.ts'
import { listFault } from './list-fault.ts'
import { createSpeaker, type Language } from './sentences.ts'
import { setting } from './setting.ts'
import { stateReason } from './state-reason.ts'
import { variantReason } from './variant-reason.ts'

/** What facts say in English. */
export const english: Language = {
  comparisonFault,
  comparisonMethod,
  inputFault,
  listFault,
  difference: standingsOf(setting),
  stateReason,
  variantReason,
}

export { setting as englishSettings }

/** English with sizes and spans as systemd writes them and times in ISO 8601. */
export const speak = createSpeaker(english, {
  time: (iso) => iso,
  minute: (iso) => `${iso.slice(0, 16).replace('T', ' ')} UTC`,
  duration: formatTimeSpan,
  bytes: formatBytes,
})
