import { z } from 'zod'

/** The parts of a tenant, in the order in which they are made. */
export const StepName = z.enum(['account', 'directories', 'database', 'units', 'socket', 'route'])
export type StepName = z.infer<typeof StepName>

type PartCommand = 'createUser' | 'setupDatabase' | 'setupSystemd' | 'setupProxy'

/** Which of the commands that make parts alone makes it; all four together make a whole tenant. */
const madeBy: Readonly<Record<StepName, PartCommand>> = {
  account: 'createUser',
  directories: 'createUser',
  database: 'setupDatabase',
  units: 'setupSystemd',
  socket: 'setupSystemd',
  route: 'setupProxy',
}

export const partsMadeBy = (command: PartCommand): StepName[] =>
  StepName.options.filter((part) => madeBy[part] === command)
