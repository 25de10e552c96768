import { capital, settings, type Setting } from '@pilot/contract'

type Named = readonly [field: string, flag: string]

const flagsOf = ([key, { kind, flag }]: [string, Setting]): Named[] => [
  [key, `--${flag}`],
  ...(partsOf[kind] ?? []).map(([part, prefix]): Named => [`${part}${capital(key)}`, `--${prefix}${flag}`]),
]

/** What else may be said of a list and of a map. */
const partsOf: Partial<Record<Setting['kind'], readonly Named[]>> = {
  list: [
    ['add', 'add-'],
    ['remove', 'remove-'],
  ],
  map: [
    ['set', ''],
    ['unset', 'unset-'],
  ],
}

/** How each field of an input is given here. The bundle holds it as it comes out (build.ts), without the table. */
export const fieldFlags: Readonly<Record<string, string>> = Object.fromEntries([
  ...Object.entries<Setting>(settings).flatMap(flagsOf),
  ['since', '--since'],
  ['tenants', 'the list'],
])
