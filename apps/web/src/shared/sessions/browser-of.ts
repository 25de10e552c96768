import Bowser from 'bowser'

/** A browser or program, and the system that it runs on. */
export interface Browser {
  readonly name: string
  readonly system: string | null
}

/** What a User-Agent header names (RFC 9110, 10.1.5), in two words; undefined where it names nothing known. */
export const browserOf = (userAgent: string | null): Browser | undefined => {
  const text = userAgent?.trim() ?? ''
  if (text === '') return undefined
  const { browser, os, platform } = Bowser.parse(text)
  const name = programOf(text) ?? browserName(browser.name, text)
  if (name === undefined) return undefined
  // An iPhone says more than iOS.
  const system = os.name === 'iOS' ? (platform.model ?? os.name) : os.name
  return { name, system: short[system ?? ''] ?? system ?? null }
}

// Programs begin with their own name and version: curl/8.14.1, node, python-requests/2.32.
const programOf = (text: string): string | undefined =>
  /^(?!Mozilla\b)([A-Za-z][\w .-]{0,30}?)(?:\/|$)/.exec(text)?.[1]

const browserName = (name: string | undefined, text: string): string | undefined => {
  // Bowser calls by its first word what it does not know; all browsers begin with Mozilla.
  if (name === undefined || name === '' || name === 'Mozilla') return undefined
  const known = short[name] ?? name
  return text.includes('Headless') ? `${known} (headless)` : known
}

const short: Readonly<Record<string, string>> = {
  'Microsoft Edge': 'Edge',
  'Samsung Internet for Android': 'Samsung Internet',
  'Chrome OS': 'ChromeOS',
}
