import { z } from 'zod'

/**
 * Values that the schema takes: of a union one for each member, of an object one for each choice that a property of it
 * leaves, the others being as in the first. `deep` counts how far a schema that holds itself is followed.
 */
export const samplesOf = (schema: z.core.$ZodType | undefined, deep = 0): unknown[] => {
  if (schema instanceof z.ZodDiscriminatedUnion)
    return deep < 2
      ? schema.options.flatMap((option) => samplesOf(option, deep + 1))
      : samplesOf(schema.options[0], deep)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => samplesOf(option, deep))
  if (schema instanceof z.ZodObject) return objectsOf(schema, deep)
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) return [...schema.values]
  if (schema instanceof z.ZodOptional) return [...samplesOf(schema.unwrap(), deep), undefined]
  if (schema instanceof z.ZodNullable) return [...samplesOf(schema.unwrap(), deep), null]
  if (schema instanceof z.ZodNull) return [null]
  if (schema instanceof z.ZodUnknown) return [undefined]
  if (schema instanceof z.ZodArray) return [samplesOf(schema.element, deep)]
  if (schema instanceof z.ZodISODateTime) return ['2026-01-31T12:00:00.000Z']
  if (schema instanceof z.ZodBoolean) return [true, false]
  if (schema instanceof z.ZodString) return ['shop']
  if (schema instanceof z.ZodNumber) return [60_000]
  throw new Error(`no samples are known of ${schema?._zod.def.type}`)
}

const objectsOf = ({ shape }: z.ZodObject, deep: number): object[] => {
  const choices = Object.entries<z.core.$ZodType>(shape).map(
    ([key, schema]) => [key, samplesOf(schema, deep)] as const,
  )
  const first = Object.fromEntries(choices.map(([key, [value]]) => [key, value]))
  const others = choices.flatMap(([key, [, ...values]]) =>
    values.map((value) => ({ ...first, [key]: value })),
  )
  return [first, ...others]
}
