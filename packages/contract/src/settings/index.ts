import type { Difference } from '../facts/difference.ts'
import type { CreateTenantInput } from '../create-tenant-input.ts'
import type { SetTenantInput } from '../inputs.ts'
import type { TenantSpec } from '../tenant-spec.ts'
import { changeBy, mergeBy } from './change.ts'
import { differenceBy } from './difference.ts'
import { fixedOf, withFixedBy } from './fixed.ts'
import { withoutSecretsBy } from './secrets.ts'
import { settings } from './table.ts'

/** What a caller said of a tenant; the rest is left to defaults or to what stands. */
export type GivenSettings = Partial<Omit<CreateTenantInput, 'name'>>

// The table makes the schemas of these types and the functions that work on them, so they fit each other.

/** The wish after what `set` says of it. */
export const changeSettings = (spec: TenantSpec, input: SetTenantInput): TenantSpec =>
  changeBy(settings, spec, input) as TenantSpec

/** The wish completed by what a create command says. */
export const mergeSettings = (spec: TenantSpec, said: GivenSettings): TenantSpec =>
  mergeBy(settings, spec, said) as TenantSpec

/** What a create command says of a tenant whose units may still be there: its fixed settings are those of the wish. */
export const withFixedSettings = (spec: TenantSpec, said: GivenSettings): GivenSettings =>
  withFixedBy(settings, spec, said)

/** The first fixed setting that was asked for and stands otherwise. */
export const findFixedDifference = (found: TenantSpec, wanted: GivenSettings): Difference | undefined =>
  differenceBy(fixedOf(settings), found, wanted) as Difference | undefined

/** The first setting that was asked for and stands otherwise; undefined where nothing differs. */
export const findDifference = (found: TenantSpec, wanted: GivenSettings): Difference | undefined =>
  differenceBy(settings, found, wanted) as Difference | undefined

/** The wish as it may be told: nobody hears a secret, and a viewer hears no value of an environment variable. */
export const withoutSecrets = (spec: TenantSpec, { hideMaps }: { hideMaps: boolean }): TenantSpec =>
  withoutSecretsBy(settings, spec, hideMaps) as TenantSpec
