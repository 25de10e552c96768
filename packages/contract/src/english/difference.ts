import type { Difference } from '../facts/difference.ts'
import { standingsOf } from '../settings/words.ts'
import type { Sentences } from './sentences.ts'
import { setting } from './setting.ts'

/** Each says how the setting stands, as in `exists already with the idle time 5min`. */
export const difference: Sentences<Difference> = standingsOf(setting)
