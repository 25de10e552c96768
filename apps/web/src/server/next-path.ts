/** A path of our own to go on to; `/` for whatever would lead elsewhere. */
export const nextPath = (text: string | null | undefined): string => {
  // Browsers read a backslash, and drop tabs and line breaks, where an address begins (WHATWG URL, 4.4).
  if (text === null || text === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text)) return '/'
  const { host, pathname, search } = new URL(text, 'http://pilot.invalid')
  // What leads upwards, such as /..//elsewhere, leaves two slashes at the beginning: the address of another host.
  const own = host === 'pilot.invalid' && !pathname.startsWith('//') && !pathname.startsWith('/api/')
  return own ? pathname + search : '/'
}
