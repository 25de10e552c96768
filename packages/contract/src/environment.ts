import { z } from 'zod'
import { isUnicodeText } from './unicode.ts'

/** The name of an environment variable (environ(7)); names that Pilot or systemd set themselves are refused. */
export const EnvironmentName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]*$/,
    'an environment name holds only letters, digits and _, and begins with no digit',
  )
  .max(128, 'an environment name has at most 128 characters')
  .refine((name) => !isOwnVariable(name), 'this variable is set by Pilot or systemd and cannot be changed')

/**
 * A value: up to 32,768 characters on one line; no NUL, no line break and no noncharacter (EnvironmentFile=,
 * systemd.exec(5)).
 */
export const EnvironmentValue = z
  .string()
  .max(32_768, 'an environment value has at most 32,768 characters')
  .regex(
    /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/,
    'an environment value holds no control characters and no line break',
  )
  .refine(isUnicodeText, 'an environment value holds no Unicode noncharacter, such as U+FFFE')

export const Environment = z.record(EnvironmentName, EnvironmentValue)
export type Environment = z.infer<typeof Environment>

const isOwnVariable = (name: string): boolean =>
  name.startsWith('PILOT_') || name.startsWith('LISTEN_') || ownVariables.has(name)

const ownVariables = new Set([
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'MAINPID',
  'NOTIFY_SOCKET',
  'INVOCATION_ID',
])
