import type { Forms } from '@pilot/contract'

/** Everything as it comes. */
export const plainForms: Forms = { time: String, minute: String, duration: String, bytes: String }
