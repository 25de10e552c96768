import { z } from 'zod'

/**
 * What a comparison sets side by side, each with the same app:
 * - `tenant`: tenants in system scope, asleep
 * - `user-tenant`: tenants in user scope, asleep
 * - `awake`: tenants in system scope, awake
 * - `podman`, `docker`: containers that run, each with its engine's helpers
 * - `process`: plain processes that run, as a service of their own would
 */
export const ComparedVariant = z.enum(['tenant', 'user-tenant', 'awake', 'podman', 'docker', 'process'])
export type ComparedVariant = z.infer<typeof ComparedVariant>
