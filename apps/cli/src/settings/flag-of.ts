import { capital, settings, type Setting } from '@pilot/contract'

/** How a field of an input is given here, such as `--remove-domain` for `removeDomains.0`; as it is where it is no flag. */
export const flagOf = (field: string): string => {
  const [first = '', second = ''] = field.split('.')
  return known.get(first === 'limits' ? second : first) ?? field
}

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

const known: ReadonlyMap<string, string> = new Map([
  ...Object.entries<Setting>(settings).flatMap(flagsOf),
  ['since', '--since'],
  ['tenants', 'the list'],
])
