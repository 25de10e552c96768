import type { StepName } from '@pilot/contract'
import type { Step } from '../step.ts'
import { account } from './account/step.ts'
import { database } from './database/step.ts'
import { directories } from './directories/step.ts'
import { route } from './route/step.ts'
import { socket } from './socket/step.ts'
import { units } from './units/step.ts'

/**
 * Every part of a tenant. In which order they are made and taken away follows from what each says of itself
 * (engine/order.ts); of two that do not wait for each other, the one that stands here first is told first.
 */
export const steps = {
  account,
  directories,
  database,
  units,
  socket,
  route,
} satisfies { readonly [Name in StepName]: Step<Name> }
