import { formatBytes } from '../bytes.ts'
import { formatTimeSpan } from '../time-span.ts'
import { standingsOf } from '../settings/words.ts'
import { inputFault } from './input-fault.ts'
import { listFault } from './list-fault.ts'
import { createSpeaker, type Language } from './sentences.ts'
import { setting } from './setting.ts'
import { stepDetail } from './step-detail.ts'

/** What facts say in English. */
export const english: Language = { inputFault, listFault, difference: standingsOf(setting), stepDetail }

export { setting as englishSettings }

/** English with sizes and spans as systemd writes them and times in ISO 8601. */
export const speak = createSpeaker(english, {
  time: (iso) => iso,
  duration: formatTimeSpan,
  bytes: formatBytes,
})
