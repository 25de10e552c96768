/** The Debian releases that a throw-away host can be, by their number. */
export const suites = { '12': 'bookworm', '13': 'trixie' } as const

export type Debian = keyof typeof suites
export type Suite = (typeof suites)[Debian]

export const debianOf = (suite: Suite): Debian => (suite === 'bookworm' ? '12' : '13')

/** From a command line or the environment. */
export const parseDebian = (text: string): Debian => {
  if (text === '12' || text === '13') return text
  throw new RangeError(`Debian "${text}" is not offered: 12 or 13.`)
}
