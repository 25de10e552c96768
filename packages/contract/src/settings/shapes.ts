import { z } from 'zod'
import { Domain } from '../domain.ts'
import { recordWithin, wholeRecord, type WholeRecord } from '../whole-record.ts'
import type { Setting, Settings } from './setting.ts'

/** Rows of a table by whose they are, by place and by kind. */
type KeysOf<Table, Part> = {
  [Key in keyof Table]: Table[Key] extends Part ? Key : never
}[keyof Table] &
  string
type Limits = { readonly within: 'limits' }
type PlainKeys<Table> = Exclude<KeysOf<Table, { of: 'tenant' }>, KeysOf<Table, Limits>>
type ChangeableKeys<Table> = Exclude<
  PlainKeys<Table>,
  KeysOf<Table, { fixed: true }> | KeysOf<Table, { kind: 'map' }>
>
type SchemaOf<Row> = Row extends { readonly schema: infer Schema extends z.ZodType } ? Schema : never
type ElementOf<Row> = SchemaOf<Row> extends z.ZodArray<infer Element> ? Element : never
type NameOf<Row> =
  SchemaOf<Row> extends WholeRecord<infer Name, z.core.SomeType> ? Extract<Name, z.core.SomeType> : never
type Given<Row> = z.ZodOptional<SchemaOf<Row>>
type Lifted<Row> = z.ZodOptional<z.ZodNullable<SchemaOf<Row>>>

type DomainShape<Table> = { [Key in KeysOf<Table, { of: 'domain' }>]: Given<Table[Key]> }
type DomainChangeShape<Table> = { [Key in KeysOf<Table, { of: 'domain' }>]: Lifted<Table[Key]> }

/** What may be said of a new tenant: any setting, or none. */
export type CreateShape<Table> = { [Key in PlainKeys<Table>]: Given<Table[Key]> } & {
  limits: z.ZodOptional<z.ZodObject<{ [Key in KeysOf<Table, Limits>]: Given<Table[Key]> }>>
  domainSettings: z.ZodOptional<WholeRecord<typeof Domain, z.ZodObject<DomainShape<Table>>>>
}

/** What a tenant is wished to be: every setting that is not optional. */
export type WishShape<Table> = {
  [Key in PlainKeys<Table>]: Table[Key] extends { readonly standard: unknown }
    ? z.ZodDefault<SchemaOf<Table[Key]>>
    : Given<Table[Key]>
} & {
  limits: z.ZodDefault<z.ZodObject<{ [Key in KeysOf<Table, Limits>]: Given<Table[Key]> }>>
  domainSettings: z.ZodOptional<WholeRecord<typeof Domain, z.ZodObject<DomainShape<Table>>>>
}

/**
 * What may be changed; what is absent stays, and null lifts what is optional. A list is given anew, or is added to and
 * taken from; of a map single names are set and unset.
 */
export type SetShape<Table> = {
  [Key in ChangeableKeys<Table>]: Table[Key] extends { readonly standard: unknown }
    ? Given<Table[Key]>
    : Lifted<Table[Key]>
} & {
  [
    Key in KeysOf<Table, { kind: 'list' }> as `add${Capitalize<Key>}` | `remove${Capitalize<Key>}`
  ]: z.ZodOptional<z.ZodArray<ElementOf<Table[Key]>>>
} & {
  [Key in KeysOf<Table, { kind: 'map' }> as `set${Capitalize<Key>}`]: Given<Table[Key]>
} & {
  [Key in KeysOf<Table, { kind: 'map' }> as `unset${Capitalize<Key>}`]: z.ZodOptional<
    z.ZodArray<NameOf<Table[Key]>>
  >
} & {
  limits: z.ZodOptional<z.ZodObject<{ [Key in KeysOf<Table, Limits>]: Lifted<Table[Key]> }>>
  domainSettings: z.ZodOptional<WholeRecord<typeof Domain, z.ZodObject<DomainChangeShape<Table>>>>
}

// The shapes are made row by row; that they are what the types above say, TypeScript cannot follow through
// Object.fromEntries.
export const createShape = <Table extends Settings>(table: Table): CreateShape<Table> =>
  ({
    ...shapeOf(plain(table), ({ schema }) => filled(schema).optional()),
    limits: z.object(shapeOf(limits(table), ({ schema }) => schema.optional())).optional(),
    domainSettings: ofDomains(table, ({ schema }) => schema.optional()),
  }) as unknown as CreateShape<Table>

export const wishShape = <Table extends Settings>(table: Table): WishShape<Table> =>
  ({
    ...shapeOf(plain(table), ({ schema, standard }) =>
      standard === undefined ? schema.optional() : schema.default(standard),
    ),
    limits: z.object(shapeOf(limits(table), ({ schema }) => schema.optional())).default({}),
    domainSettings: ofDomains(table, ({ schema }) => schema.optional()),
  }) as unknown as WishShape<Table>

export const setShape = <Table extends Settings>(table: Table): SetShape<Table> =>
  ({
    ...Object.fromEntries(plain(table).flatMap(([key, row]) => Object.entries(changeShapeOf(key, row)))),
    limits: z.object(shapeOf(limits(table), ({ schema }) => schema.nullable().optional())).optional(),
    domainSettings: ofDomains(table, ({ schema }) => schema.nullable().optional()),
  }) as unknown as SetShape<Table>

type Row = readonly [key: string, setting: Setting]

const plain = (table: Settings): Row[] =>
  Object.entries(table).filter(([, { of, within }]) => of === 'tenant' && within === undefined)
const limits = (table: Settings): Row[] =>
  Object.entries(table).filter(([, { within }]) => within === 'limits')

const shapeOf = (rows: readonly Row[], read: (setting: Setting) => z.ZodType): Record<string, z.ZodType> =>
  Object.fromEntries(rows.map(([key, setting]) => [key, read(setting)]))

const ofDomains = (table: Settings, read: (setting: Setting) => z.ZodType): z.ZodType => {
  const rows = Object.entries(table).filter(([, { of }]) => of === 'domain')
  return wholeRecord(Domain, z.object(shapeOf(rows, read)), { code: 'domain-labels' }).optional()
}

/** A list that is given is never empty, and what it holds twice counts once. */
const filled = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodArray ? schema.min(1).overwrite((words) => [...new Set(words)]) : schema

const changeShapeOf = (
  key: string,
  { kind, schema, fixed, standard }: Setting,
): Record<string, z.ZodType> => {
  if (fixed === true) return {}
  const record = recordWithin(schema)
  if (record !== undefined)
    return {
      [`set${capital(key)}`]: schema.optional(),
      [`unset${capital(key)}`]: z.array(record.keyType).optional(),
    }
  if (kind !== 'list' || !(schema instanceof z.ZodArray))
    return { [key]: (standard === undefined ? schema.nullable() : schema).optional() }
  return {
    [key]: filled(schema).optional(),
    [`add${capital(key)}`]: z.array(schema.element).optional(),
    [`remove${capital(key)}`]: z.array(schema.element).optional(),
  }
}

/** `environment` as in `setEnvironment`. */
export const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)
