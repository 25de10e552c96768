import type { z } from 'zod'
import { ComparedVariant } from '../compared-variant.ts'

/** The container engines that tenants are compared with. */
export const ContainerEngine = ComparedVariant.extract(['podman', 'docker'])
export type ContainerEngine = z.infer<typeof ContainerEngine>
