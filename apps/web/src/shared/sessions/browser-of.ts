/** A browser or program, and the system that it runs on, by the names that their makers give them. */
export interface Browser {
  readonly name: string
  readonly system: string | null
}

/**
 * What a User-Agent header names (RFC 9110, 10.1.5), in two words; undefined where it names nothing known. Browsers
 * name each other in theirs, so the order of the lists counts.
 */
export const browserOf = (userAgent: string | null): Browser | undefined => {
  const text = userAgent?.trim() ?? ''
  const system = findName(systems, text)
  const name = findName(browsers, text) ?? programOf(text)
  return name === undefined ? undefined : { name, system: system ?? null }
}

const findName = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1]

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\//, 'Chrome (headless)'],
  [/\bChromium\//, 'Chromium'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

// Programs begin with their own name and version: curl/8.14.1, node, python-requests/2.32.
const programOf = (text: string): string | undefined =>
  /^(?!Mozilla\b)([A-Za-z][\w .-]{0,30}?)(?:\/|$)/.exec(text)?.[1]
