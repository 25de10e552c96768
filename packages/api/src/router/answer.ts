import type { AnyMethod, Content, Delivery } from '../method.ts'
import { demandItems } from '../iterable.ts'
import { lasts } from '../method.ts'
import type { Prepared } from './bind.ts'
import type { Context } from './context.ts'
import { whilePermitted } from './while-permitted.ts'

interface Answering {
  readonly method: AnyMethod
  readonly prepared: Prepared
  readonly context: Context
  readonly signal: AbortSignal
  readonly content?: Content
  /** Milliseconds after which a stream on the bridge looks whether its session still holds. */
  readonly lookEvery: number
}

/** The items of a method that has some; those that last end with their session. */
export const itemsOf = ({
  method,
  prepared,
  context,
  signal,
  content = noContent,
  lookEvery,
}: Answering): AsyncIterable<unknown> => {
  const open = (end: AbortSignal): AsyncIterable<unknown> =>
    demandItems(prepared(context.caller, end, content))
  if (context.caller.source !== 'bridge' || !lasts(method)) return open(signal)
  return whilePermitted(open, { context, every: lookEvery, signal })
}

export const noContent: Content = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
}

export const isDelivery = (answer: unknown): answer is Delivery<unknown> =>
  typeof answer === 'object' && answer !== null && 'secret' in answer && 'receive' in answer
