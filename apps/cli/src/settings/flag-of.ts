import { fieldFlags } from './field-flags.ts'

/** How a field of an input is given here, such as `--remove-domain` for `removeDomains.0`; as it is where it is no flag. */
export const flagOf = (field: string): string => {
  const [first = '', second = ''] = field.split('.')
  const name = first === 'limits' ? second : first
  return Object.hasOwn(fieldFlags, name) ? (fieldFlags[name] ?? field) : field
}
