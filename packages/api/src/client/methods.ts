import { demandItems } from '../iterable.ts'
import { isRaw, type Crossing, type MethodTable } from '../method.ts'
import { hasMethodsOf, isCalled, type Called } from './called.ts'
import { readItems } from './items.ts'
import { rawCall } from './raw-calls.ts'
import type { Transport } from './transport.ts'

/** The methods of a table that are called, over any transport. */
export const createMethods = <Table extends MethodTable>(
  table: Table,
  transport: Transport,
): Called<Table> => {
  const client: Record<string, unknown> = {}
  for (const [name, method] of Object.entries<Crossing>(table))
    if (isCalled(method)) client[name] = (isRaw(method) ? rawCall : jsonCall)(transport, name, method)
  if (hasMethodsOf(client, table)) return client
  throw new TypeError('the client lacks a method of its table')
}

const jsonCall = ({ trpc, translate }: Transport, name: string, { answer }: Crossing) => {
  const call = (input: unknown, signal?: AbortSignal): Promise<unknown> =>
    trpc.mutation(name, input, signal === undefined ? {} : { signal })
  if (answer === 'stream')
    return (input: unknown, signal?: AbortSignal) =>
      readItems(async (leave) => demandItems(await call(input, leave)), translate, signal)
  return async (input: unknown, signal?: AbortSignal): Promise<unknown> => {
    try {
      return await call(input, signal)
    } catch (error) {
      throw translate(error)
    }
  }
}
