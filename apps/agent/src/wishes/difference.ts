import { isDeepStrictEqual } from 'node:util'
import { formatTimeSpan, type TenantSpec } from '@pilot/contract'
import type { Settings } from './new-spec.ts'

/**
 * The first thing that was asked for and stands otherwise, told as it stands, such as `the domain
 * a.example.com`; undefined where nothing differs.
 */
export const findDifference = (found: TenantSpec, wanted: Settings): string | undefined => {
  for (const [setting, tell] of tellers) {
    if (wanted[setting] !== undefined && !isDeepStrictEqual(wanted[setting], found[setting]))
      return tell(found)
  }
  return undefined
}

const tellers: readonly (readonly [keyof Settings, (found: TenantSpec) => string])[] = [
  [
    'domains',
    ({ domains }) =>
      domains.length === 1 ? `the domain ${domains.join()}` : `the domains ${domains.join(', ')}`,
  ],
  ['idle', ({ idle }) => `the idle time ${formatTimeSpan(idle)}`],
  ['scope', ({ scope }) => `the scope ${scope}`],
  ['command', ({ command }) => `the command ${command.join(' ')}`],
  ['activation', ({ activation }) => `the activation ${activation}`],
  ['listen', ({ listen }) => `listening on a ${listen}`],
  [
    'runtimeMax',
    ({ runtimeMax }) =>
      runtimeMax === undefined ? 'no maximal run time' : `the maximal run time ${formatTimeSpan(runtimeMax)}`,
  ],
  ['environment', () => 'another environment'],
  ['limits', () => 'other limits'],
]
