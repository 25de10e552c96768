import type { InputFault } from './facts/input-fault.ts'

/**
 * Why systemd would refuse this path as the program of ExecStart= (config_parse_exec() in its load-fragment.c),
 * undefined for an absolute path without `.` and `..`, of parts of up to 255 bytes and up to 4,095
 * bytes in all, that holds no quote and no backslash and is no folder.
 */
export const findProgramFault = (path: string): InputFault | undefined => {
  const parts = path.split('/').slice(1)
  if (!path.startsWith('/') || path === '/' || parts.some((part) => part === '.' || part === '..'))
    return { code: 'program-relative' }
  if (path.endsWith('/')) return { code: 'program-folder' }
  if (/["'\\]/.test(path)) return { code: 'program-quote' }
  if (bytesOf(path) > 4095 || parts.some((part) => bytesOf(part) > 255)) return { code: 'program-long' }
  return undefined
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length
