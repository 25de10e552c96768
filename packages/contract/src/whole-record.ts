import { z } from 'zod'
import type { InputFault } from './facts/input-fault.ts'
import { faulty } from './faulty.ts'

/** A record that refuses the name `__proto__`, which z.record leaves out without a word. */
export type WholeRecord<Key extends z.core.$ZodRecordKey, Value extends z.core.SomeType> = z.ZodPipe<
  z.ZodCustom<z.input<z.ZodRecord<Key, Value>>>,
  z.ZodRecord<Key, Value>
>

export const wholeRecord = <Key extends z.core.$ZodRecordKey, Value extends z.core.SomeType>(
  key: Key,
  value: Value,
  fault: InputFault,
): WholeRecord<Key, Value> =>
  z
    .custom<z.input<z.ZodRecord<Key, Value>>>((given) => !namesProto(given), faulty(fault))
    .pipe(z.record(key, value))

/** The record within; undefined where the schema is none. */
export const recordWithin = (schema: z.ZodType): z.ZodRecord | undefined =>
  schema instanceof z.ZodPipe && schema.out instanceof z.ZodRecord ? schema.out : undefined

const namesProto = (given: unknown): boolean =>
  typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__')
