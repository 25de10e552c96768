/**
 * Why systemd would refuse this path as the program of ExecStart= (config_parse_exec() in its load-fragment.c),
 * as one clause; undefined for an absolute path without `.` and `..`, of parts of up to 255 bytes and up to 4,095
 * bytes in all, that holds no quote and no backslash and is no folder.
 */
export const findProgramFault = (path: string): string | undefined => {
  const parts = path.split('/').slice(1)
  if (!path.startsWith('/') || path === '/' || parts.some((part) => part === '.' || part === '..'))
    return 'the program must be an absolute path like /srv/shop/server'
  if (path.endsWith('/')) return 'the program must be a file, and its path ends with a slash'
  if (/["'\\]/.test(path))
    return 'the path of the program holds a quote or a backslash, which systemd refuses'
  if (bytesOf(path) > 4095 || parts.some((part) => bytesOf(part) > 255))
    return 'the path of the program is too long'
  return undefined
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
