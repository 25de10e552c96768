import { capital, settings, SetTenantInput, type Setting, type Values } from '@pilot/contract'
import type { Pilot } from '../pilot.ts'
import { flagOf, readGiven, whole, type Flags } from './given.ts'

/** What the flags change: `infinity` lifts. */
export const givenChanges = async (pilot: Pilot, flags: Flags): Promise<Omit<SetTenantInput, 'name'>> => {
  const given = await readGiven(pilot, flags, null)
  return whole(SetTenantInput.omit({ name: true }), { ...given, ...partsOf(flags) })
}

const partsOf = (flags: Flags): Values =>
  Object.fromEntries(
    Object.entries<Setting>(settings).flatMap(([key, { kind, flag }]) => {
      if (kind === 'map') return [[`unset${capital(key)}`, flagOf(`unset-${flag}`, flags)]]
      if (kind !== 'list') return []
      return ['add', 'remove'].map((part) => [`${part}${capital(key)}`, flagOf(`${part}-${flag}`, flags)])
    }),
  )
