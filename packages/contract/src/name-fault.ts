import type { InputFault } from './facts/input-fault.ts'
import { isReservedName } from './reserved-names.ts'

/** Why this is no tenant's name; undefined where it is one. Apart from the schema, which takes zod to load. */
export const findNameFault = (name: string): InputFault | undefined => {
  if (name === '') return { code: 'name-empty' }
  if (name.length > 31) return { code: 'name-long', length: name.length }
  if (!/^[a-z]/.test(name)) return { code: 'name-start' }
  if (!/^[a-z0-9-]+$/.test(name) || name.includes('\n')) return { code: 'name-characters' }
  if (name.endsWith('-')) return { code: 'name-end' }
  if (isReservedName(name)) return { code: 'name-reserved', name }
  return undefined
}
