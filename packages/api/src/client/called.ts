import type { Crossing, Method, MethodTable, Signature } from '../method.ts'

/**
 * The methods of a table as a client calls them; the agent itself adds the caller. Each may be aborted. Events are for
 * browsers, and what is signed comes from elsewhere.
 */
export type Called<Table> = {
  readonly [Name in keyof Table as IsCalled<Table[Name]> extends true ? Name : never]: CallOf<Table[Name]>
}

/** What is uploaded: a file, or whatever gives its bytes one after the other. It is read only as fast as it is taken. */
export type Uploaded = Blob | AsyncIterable<Uint8Array>

export interface UploadOptions {
  readonly signal?: AbortSignal
  /** How many bytes have gone. Browsers tell it only over HTTP/2 and newer. */
  readonly onProgress?: (bytes: number) => void
}

/** The names of the methods that tell events until they are left. */
export type EventName<Table> = {
  [Name in keyof Table & string]: Table[Name] extends { readonly answer: 'events' } ? Name : never
}[keyof Table & string]

/** What an event stream takes and tells. */
export type EventInput<Row> = Row extends Method<infer S> ? S['input'] : never
export type EventOf<Row> =
  Row extends Method<infer S> ? (S['result'] extends AsyncIterable<infer Item> ? Item : never) : never

/** True for what a client has a method for. */
export const isCalled = ({ answer, content }: Crossing): boolean =>
  answer !== 'events' && content !== 'signed'

/** True where an object has all of these methods: each was made by its row, which is where its type comes from too. */
export const hasMethodsOf = <Table extends MethodTable>(
  client: object,
  table: Table,
): client is Called<Table> =>
  Object.entries<Crossing>(table).every(([name, method]) => !isCalled(method) || name in client)

type IsCalled<Row> = Row extends { readonly answer: 'events' } | { readonly content: 'signed' } ? false : true

type CallOf<Row> = Row extends Method<infer S> ? Call<S> : never

type Call<S extends Signature> = S['content'] extends 'upload'
  ? (input: S['input'], content: Uploaded, options?: UploadOptions) => S['result']
  : (input: S['input'], signal?: AbortSignal) => S['result']
