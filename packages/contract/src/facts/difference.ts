import { z } from 'zod'
import { settingKeys, type SettingKey } from '../settings/table.ts'

/** A setting that was asked for and stands otherwise. */
export type Difference = {
  [Key in SettingKey]: {
    code: Key
    /** Of which domain; null for a setting of the tenant. */
    domain: string | null
    /** As it stands; null for none, and where nobody is told. */
    value?: unknown
  }
}[SettingKey]

export const Difference: z.ZodType<Difference> = z.object({
  code: z.literal(settingKeys),
  domain: z.string().nullable(),
  value: z.unknown(),
})
