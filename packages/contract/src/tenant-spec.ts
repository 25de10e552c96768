import { z } from 'zod'
import { wishShape } from './settings/shapes.ts'
import { settings } from './settings/table.ts'
import { StepName } from './step-name.ts'
import { TenantName } from './tenant-name.ts'

/** What an operator wishes one tenant to be. Everything on the machine is derived from it. */
export const TenantSpec = z.object({
  name: TenantName,
  ...wishShape(settings),
  /** `activation` was said by an operator, and did not come as the default of the command. */
  activationChosen: z.literal(true).optional(),
  /** A suspended tenant keeps everything but its open socket: nothing starts it. */
  suspended: z.boolean().default(false),
  /** Which parts are wished, where `create-user` and its like wished fewer than all; absent for a whole tenant. */
  parts: z.array(StepName).min(1).optional(),
})
export type TenantSpec = z.infer<typeof TenantSpec>
