import { z } from 'zod'
import { faulty } from './faulty.ts'
import { isUnicodeText } from './unicode.ts'
import { wholeRecord } from './whole-record.ts'

/** The name of an environment variable (environ(7)); names that Pilot or systemd set themselves are refused. */
export const EnvironmentName = z
  .string()
  .refine((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name), faulty({ code: 'variable-name' }))
  .refine((name) => name.length <= 128, faulty({ code: 'variable-name-long' }))
  .refine((name) => !isOwnVariable(name), faulty({ code: 'variable-own' }))
  .refine((name) => name !== '__proto__', faulty({ code: 'variable-proto' }))

/**
 * A value: up to 32,768 characters on one line; no NUL, no line break and no noncharacter (EnvironmentFile=,
 * systemd.exec(5)).
 */
export const EnvironmentValue = z
  .string()
  .refine((value) => value.length <= 32_768, faulty({ code: 'variable-long' }))
  .refine(
    (value) => /^[^\u0000-\u0008\u000a-\u001f\u007f]*$/.test(value),
    faulty({ code: 'variable-control' }),
  )
  .refine(isUnicodeText, faulty({ code: 'variable-noncharacter' }))

export const Environment = wholeRecord(EnvironmentName, EnvironmentValue, { code: 'variable-proto' })
export type Environment = z.infer<typeof Environment>

const isOwnVariable = (name: string): boolean =>
  (name.startsWith('PILOT_') && !preloadVariables.has(name)) ||
  name.startsWith('LISTEN_') ||
  ownVariables.has(name)

/** What a tenant tells Pilot's preload (packages/activation/src/http-websocket.ts). */
const preloadVariables = new Set(['PILOT_HTTP_WEBSOCKET'])

const ownVariables = new Set([
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'MAINPID',
  'NOTIFY_SOCKET',
  'INVOCATION_ID',
])
