import type { Step } from '../step.ts'
import { account } from './account.ts'
import { database } from './database.ts'
import { directories } from './directories.ts'
import { route } from './route.ts'
import { socket } from './socket.ts'
import { units } from './units.ts'

/** Every part of a tenant, in the order in which they are made. */
export const steps: readonly Step[] = [account, directories, database, units, socket, route]
