/** Seconds that one row covers, and seconds for which it is kept. */
export const resolutions = [
  { seconds: 10, kept: 3_600 },
  { seconds: 60, kept: 86_400 },
  { seconds: 900, kept: 90 * 86_400 },
] as const

/** How often a sample is taken while a tenant is awake: pilot-sample.timer says the same. */
export const everySeconds = resolutions[0].seconds

/** The finest rows that reach so many seconds back. */
export const finestFor = (seconds: number): number =>
  (resolutions.find(({ kept }) => seconds <= kept) ?? resolutions[2]).seconds

/** The begin of the span of this length that holds the moment, in seconds. */
export const spanOf = (at: number, seconds: number): number => Math.floor(at / seconds) * seconds

/** The begin of the finest span that ends now, for who looks some hundredths late or early. */
export const spanEndingAt = (now: number): number =>
  spanOf(now + everySeconds / 2, everySeconds) - everySeconds
