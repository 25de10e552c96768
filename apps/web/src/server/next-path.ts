/** A path of our own to go on to; `/` for whatever would lead elsewhere. */
export const nextPath = (text: string | null | undefined): string => {
  // Browsers read a backslash, and drop tabs and line breaks, where an address begins (WHATWG URL, 4.4).
  if (text === null || text === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return '/'
  const path = new URL(text, 'http://pilot.invalid')
  return path.host === 'pilot.invalid' && !path.pathname.startsWith('/api/')
    ? path.pathname + path.search
    : '/'
}
