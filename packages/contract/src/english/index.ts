import { formatBytes } from '../bytes.ts'
import { formatTimeSpan } from '../time-span.ts'
import { inputFault } from './input-fault.ts'
import { createSpeaker, type Language } from './sentences.ts'

/** What facts say in English. */
export const english: Language = { inputFault }

/** English with sizes and spans as systemd writes them and times in ISO 8601. */
export const speak = createSpeaker(english, {
  time: (iso) => iso,
  duration: formatTimeSpan,
  bytes: formatBytes,
})
