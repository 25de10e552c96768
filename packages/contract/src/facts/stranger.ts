import { z } from 'zod'

/** Something of a name that we want, without our mark. */
export const Stranger = z.object({
  kind: z.enum(['account', 'group', 'role', 'database', 'unit', 'file', 'directory', 'route']),
  name: z.string(),
})
export type Stranger = z.infer<typeof Stranger>
