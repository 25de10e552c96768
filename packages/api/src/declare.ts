import type { AnyMethod, Delivery, Method, Schema } from './method.ts'

/*
 * A method is declared in one expression: who may call it, whether it changes something, what it takes and what it
 * answers, such as
 *   wake: operator.change(TenantRef, value(TenantStatus))
 * Nobody may call it who is not named. On the bridge each role may also do what those before it may.
 */

/** Alters something, and is audited; or only reads. */
type Declare = <Input, Kind extends AnyMethod['answer'], Result>(
  input: Schema<Input>,
  answer: Answer<Kind, Result>,
  exception?: Exception,
) => Method<{ input: Input; result: Result; answer: Kind; content: 'none' }>

/** For the few that are offered elsewhere than their neighbours, or to a browser's session only. */
type Exception = Partial<Pick<AnyMethod, 'sockets' | 'sessionOnly'>>

const offeredTo = (role: AnyMethod['role'], sockets: AnyMethod['sockets']) => {
  const declare =
    (effect: AnyMethod['effect']): Declare =>
    (input, { kind }, exception) => ({
      input,
      effect,
      answer: kind,
      content: 'none',
      most: megabyte,
      sockets,
      role,
      ...exception,
    })
  return {
    change: declare('change'),
    read: declare('read'),
    /** A change to which bytes belong: at most so many, which are taken as they come. */
    upload: <Input, Kind extends 'value' | 'stream', Result>(
      input: Schema<Input>,
      { kind }: Answer<Kind, Result>,
      { most, ...exception }: Exception & Pick<AnyMethod, 'most'>,
    ): Method<{ input: Input; result: Result; answer: Kind; content: 'upload' }> => ({
      input,
      effect: 'change',
      answer: kind,
      content: 'upload',
      most,
      sockets,
      role,
      ...exception,
    }),
  }
}

/** As sentences say it. */
const megabyte = 1_000_000

/** For root on its own socket, and for nobody on the bridge. */
export const root = offeredTo('admin', ['root'])
export const admin = offeredTo('admin', ['root', 'bridge'])
export const operator = offeredTo('operator', ['root', 'bridge'])
export const viewer = offeredTo('viewer', ['root', 'bridge'])
/** For anybody who reaches the bridge. */
export const anyone = offeredTo('anyone', ['bridge'])

/**
 * A change for whoever signs its body, such as another service that tells of an event; on the bridge only. The input
 * comes beside the body, and says whose secret it is; as with the webhooks of GitHub the signature is of the body alone.
 * So the implementation sees to it that
 * - a secret belongs to one input, or a body that was signed for one could be sent to another;
 * - nothing happens before `receive`, since until then anybody may be calling;
 * - the same body again does no harm: a signed call that somebody has recorded fits for as long as its secret does.
 */
export const signed = <Input, Value>(
  input: Schema<Input>,
  { kind }: Answer<'value', Promise<Value>>,
  { most = megabyte }: Partial<Pick<AnyMethod, 'most'>> = {},
): Method<{
  input: Input
  result: Promise<Delivery<Value> | undefined>
  answer: 'value'
  content: 'signed'
}> => ({
  input,
  effect: 'change',
  answer: kind,
  content: 'signed',
  most,
  sockets: ['bridge'],
  role: 'signature',
})

/** In which way a method answers, and what. */
interface Answer<Kind extends AnyMethod['answer'], Result> {
  readonly kind: Kind
  /** Stands for its type: answers are not parsed, as both ends are of one table. */
  readonly of?: Schema<unknown> | undefined
  /** For the compiler only; it holds nothing. */
  readonly result?: Result
}

/** At once: `value(TenantStatus)`, or `value<{ text: string }>()` where the contract has no schema of it. */
export const value = <Value>(of?: Schema<Value>): Answer<'value', Promise<Value>> => ({ kind: 'value', of })

/** At once, several of them. */
export const list = <Item>(of: Schema<Item>): Answer<'value', Promise<readonly Item[]>> => ({
  kind: 'value',
  of,
})

/** One after the other, until the method has ended. */
export const stream = <Item>(of: Schema<Item>): Answer<'stream', AsyncIterable<Item>> => ({
  kind: 'stream',
  of,
})

/** One after the other as server-sent events, until the browser leaves. */
export const events = <Item>(of: Schema<Item>): Answer<'events', AsyncIterable<Item>> => ({
  kind: 'events',
  of,
})

/** A dump: whatever bytes, as fast as they are read. */
export const bytes: Answer<'bytes', AsyncIterable<Uint8Array>> = { kind: 'bytes' }
