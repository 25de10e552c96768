import type { Step } from '../step.ts'
import { account } from './account/step.ts'
import { database } from './database/step.ts'
import { directories } from './directories/step.ts'
import { route } from './route/step.ts'
import { socket } from './socket/step.ts'
import { units } from './units/step.ts'

/** Every part of a tenant, in the order in which they are made. */
export const steps: readonly Step[] = [account, directories, database, units, socket, route]
