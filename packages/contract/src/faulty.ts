import type { z } from 'zod'
import type { InputFault } from './facts/input-fault.ts'

/** For `refine`: a value that does not pass has this fault. */
export const faulty = (fault: InputFault): { params: { fault: InputFault } } => ({ params: { fault } })

/** For `superRefine` and `transform`: this value has this fault. */
export const addFault = (context: z.RefinementCtx, fault: InputFault, path: (string | number)[] = []): void =>
  context.addIssue({ code: 'custom', params: { fault }, path })
