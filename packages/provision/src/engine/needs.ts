import type { StepName } from '@pilot/contract'

/**
 * What has to stand before each step begins; a need that is not wished counts as met. The database stands on nothing
 * of the others, so it is made beside them, and a visitor comes when all is there.
 */
export const needs: Readonly<Record<StepName, readonly StepName[]>> = {
  account: [],
  directories: ['account'],
  database: [],
  units: ['account', 'directories'],
  socket: ['account', 'directories', 'units'],
  route: ['account', 'directories', 'database', 'units', 'socket'],
}
