import { z } from 'zod'
import { CreateTenantInput } from './create-tenant-input.ts'
import { faulty } from './faulty.ts'
import { setShape } from './settings/shapes.ts'
import { settings } from './settings/table.ts'
import { TenantName } from './tenant-name.ts'

export const CreateUserInput = z.object({ name: TenantName, scope: CreateTenantInput.shape.scope })
export type CreateUserInput = z.infer<typeof CreateUserInput>

export const SetupDatabaseInput = z.object({ name: TenantName })
export type SetupDatabaseInput = z.infer<typeof SetupDatabaseInput>

export const SetupSystemdInput = CreateTenantInput.omit({ domains: true, domainSettings: true })
export type SetupSystemdInput = z.infer<typeof SetupSystemdInput>

export const SetupProxyInput = z.object({
  name: TenantName,
  domains: CreateTenantInput.shape.domains,
  domainSettings: CreateTenantInput.shape.domainSettings,
})
export type SetupProxyInput = z.infer<typeof SetupProxyInput>

/** `create-fake-users`: 1 to 5,000 tenants `<prefix>1`, `<prefix>2` ... that run the sample app. */
export const CreateManyInput = z.object({
  count: z.int().min(1).max(5000),
  prefix: z.string().refine((text) => /^[a-z][a-z0-9-]{0,20}$/.test(text), faulty({ code: 'prefix' })),
  idle: CreateTenantInput.shape.idle,
  scope: CreateTenantInput.shape.scope,
})
export type CreateManyInput = z.infer<typeof CreateManyInput>

/** Up to 1,000 tenants, each with settings of its own, such as from a list or a CSV file. No name twice. */
export const CreateListInput = z.object({
  tenants: z
    .array(CreateTenantInput)
    .min(1)
    .max(1000)
    .refine(
      (tenants) => new Set(tenants.map(({ name }) => name)).size === tenants.length,
      faulty({ code: 'name-twice' }),
    ),
})
export type CreateListInput = z.infer<typeof CreateListInput>

/** Changes; what is absent stays, and null lifts what is optional. */
export const SetTenantInput = z.object({ name: TenantName, ...setShape(settings) })
export type SetTenantInput = z.infer<typeof SetTenantInput>

export const TenantRef = z.object({ name: TenantName })
export type TenantRef = z.infer<typeof TenantRef>

/** Without `purge` the database and the files are kept. */
export const DeleteTenantInput = z.object({ name: TenantName, purge: z.boolean().default(false) })
export type DeleteTenantInput = z.infer<typeof DeleteTenantInput>
