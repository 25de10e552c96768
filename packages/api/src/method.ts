import type { Role } from '@pilot/contract'
import type { Caller } from './caller.ts'

/** How a method of the service crosses the socket, and who may call it. */
export interface AnyMethod {
  readonly input: Schema<unknown>
  /** `change` alters something and is audited; `read` does not. */
  readonly effect: 'change' | 'read'
  /**
   * `value` answers at once, `stream` item by item as JSON lines, `events` as server-sent events until it is left,
   * `bytes` as they are.
   */
  readonly answer: 'value' | 'stream' | 'events' | 'bytes'
  /**
   * What the body is besides the input: nothing, bytes that are taken as they come (`upload`), or bytes that prove by
   * a signature that they may come (`signed`).
   */
  readonly content: 'none' | 'upload' | 'signed'
  /** Bytes of the body. */
  readonly most: number
  /** The sockets that may call it. One that is not named here may not. */
  readonly sockets: readonly Caller['source'][]
  /** On the bridge, the least role; `anyone` needs no session, and neither does who has the right `signature`. */
  readonly role: Role | 'anyone' | 'signature'
  /** On the bridge, only with a browser's session: an API token may not extend itself, nor manage operators. */
  readonly sessionOnly?: true
}

/** All of a method that a client reads: no schema, so that none need be loaded for a call. */
export type Crossing = Omit<AnyMethod, 'input'>

/** A method of which the compiler knows what its implementation takes and gives. */
export interface Method<S extends Signature> extends AnyMethod {
  readonly input: Schema<S['input']>
  readonly answer: S['answer']
  readonly content: S['content']
  /** For the compiler only; it holds nothing. */
  readonly result?: S['result']
}

export interface Signature extends Pick<AnyMethod, 'answer' | 'content'> {
  readonly input: unknown
  readonly result: unknown
}

/** A schema of zod, as far as it matters here. */
export interface Schema<Value> {
  parse(value: unknown): Value
}

export type MethodTable = Readonly<Record<string, AnyMethod>>

/**
 * What carries the methods of a table out. Inputs are parsed and callers are authorised when they arrive there. The
 * signal is aborted when the caller leaves. Each method throws `PilotError`.
 */
export type Implementation<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Method<infer S> ? ImplementationOf<S> : never
}

type ImplementationOf<S extends Signature> = S['content'] extends 'upload'
  ? (input: S['input'], caller: Caller, signal: AbortSignal, content: Content) => S['result']
  : (input: S['input'], caller: Caller, signal: AbortSignal) => S['result']

/** Bytes of an upload. They are taken from the caller only as fast as they are read here. */
export type Content = AsyncIterable<Uint8Array>

/** What a signed call must prove, and what becomes of it then. Where there is none, no signature fits. */
export interface Delivery<Value> {
  /** The key of the HMAC (RFC 2104), which the sender has too. */
  readonly secret: string
  receive(body: Uint8Array): Promise<Value>
}

/** True for a stream that tells what is seen until it is left; an operation's stream ends with its operation. */
export const lasts = ({ effect, answer }: AnyMethod): boolean => effect === 'read' && answer !== 'value'

/** True for what crosses the socket as bytes, past tRPC. */
export const isRaw = ({ answer, content }: Crossing): boolean => answer === 'bytes' || content !== 'none'

/** How a method is called: by GET where a browser shall be able to follow a link or an EventSource. */
export const verbOf = ({ answer }: Crossing): 'GET' | 'POST' =>
  answer === 'events' || answer === 'bytes' ? 'GET' : 'POST'
