import {
  addFault,
  CreateManyInput,
  IdleMilliseconds,
  IdleTime,
  inputFaultOf,
  Scope,
  TenantName,
} from '@pilot/contract'
import { z } from 'zod'

/** The form for many alike: what is typed goes in, what the agent takes comes out. */
export const CountForm = z
  .object({
    prefix: CreateManyInput.shape.prefix,
    count: z
      .string()
      .trim()
      .transform((text) => (/^\d+$/.test(text) ? Number(text) : Number.NaN))
      .pipe(CreateManyInput.shape.count),
    idle: z
      .string()
      .trim()
      .pipe(IdleTime)
      .transform((milliseconds) => IdleMilliseconds.parse(milliseconds)),
    scope: Scope,
  })
  .superRefine(({ prefix, count }, context) => {
    // The longest name of all: with it every other one fits too.
    const fault = TenantName.safeParse(`${prefix}${count}`).error?.issues[0]
    if (fault !== undefined) addFault(context, inputFaultOf(fault), ['prefix'])
  })
export type CountValues = z.input<typeof CountForm>
