import {
  capital,
  CreateTenantInput,
  inputProblem,
  PilotError,
  readSetting,
  settings,
  withValue,
  withValueOfDomain,
  type GivenSettings,
  type Setting,
  type Values,
} from '@pilot/contract'
import { Option } from 'commander'
import { parsed, type Schema } from '../options/value.ts'
import type { Pilot } from '../pilot.ts'
import { infinity, isInFile } from './parse.ts'

/** What commander read of a command line, by the camel case of its flags. */
export type Flags = Readonly<Record<string, unknown>>

/** What the flags say of a new tenant: `infinity` is the same as nothing. */
export const givenSettings = async (pilot: Pilot, flags: Flags): Promise<GivenSettings> => {
  const given = await readGiven(pilot, flags, undefined)
  return whole(CreateTenantInput.omit({ name: true }), given)
}

/** Each flag fits by itself; together they may still be too many. */
export const whole = <Value>(schema: Schema<Value>, given: Values): Value => {
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new PilotError(
    inputProblem(result.error) ?? { code: 'invalid-input', field: 'input', fault: { code: 'not-fitting' } },
  )
}

/** What the flags say of each setting; `lifted` stands for `infinity`. */
export const readGiven = async (pilot: Pilot, flags: Flags, lifted: null | undefined): Promise<Values> => {
  let values: Values = {}
  for (const [key, setting] of Object.entries<Setting>(settings)) {
    const flag = flagOf(setting.flag, flags) ?? (key === 'command' ? flags['app'] : undefined)
    if (flag === undefined) continue
    const read = (value: unknown) => (value === infinity ? lifted : readFile(pilot, setting, value))
    // Of a map single names are given.
    const place = setting.kind === 'map' && lifted === null ? `set${capital(key)}` : key
    if (setting.of === 'tenant') {
      const value = await read(flag)
      if (value !== undefined) values = withValue(values, place, setting, value)
    } else
      for (const [domain, value] of Object.entries(flag ?? {}))
        values = withValueOfDomain(values, domain, key, await read(value))
  }
  return values
}

/** A value that stands in a file is read from there. */
const readFile = async (pilot: Pilot, setting: Setting, value: unknown): Promise<unknown> => {
  if (!isInFile(setting)) return value
  const read = readSetting(setting, await pilot.readFile(String(value)))
  if ('value' in read) return read.value
  return parsed(`--${setting.flag}`, setting.schema)(undefined)
}

/** The value of a flag, which commander keeps by its camel case. */
export const flagOf = (flag: string, flags: Flags): unknown => flags[new Option(`--${flag}`).attributeName()]
