import { z } from 'zod'
import { createShape } from './settings/shapes.ts'
import { settings } from './settings/table.ts'
import { TenantName } from './tenant-name.ts'

/** What may be said of a tenant when it is made. All but the name have defaults; the agent fills them. */
export const CreateTenantInput = z.object({ name: TenantName, ...createShape(settings) })
export type CreateTenantInput = z.infer<typeof CreateTenantInput>
