import { z } from 'zod'

/** The container engines that tenants are compared with. */
export const ContainerEngine = z.enum(['podman', 'docker'])
export type ContainerEngine = z.infer<typeof ContainerEngine>
