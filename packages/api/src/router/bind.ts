import type { Caller } from '../caller.ts'
import type { AnyMethod, Content, Method, Signature } from '../method.ts'

/** A method together with what carries it out. */
export interface Bound {
  readonly name: string
  readonly method: AnyMethod
  /** Parses the input. Throws a ZodError where it does not fit. */
  readonly prepare: (input: unknown) => Prepared
}

/** A call whose input was parsed. What it answers is a promise, or an iterable where the method is one of items. */
export type Prepared = (caller: Caller, signal: AbortSignal, content: Content) => unknown

export type SignatureTable = Record<string, Signature>

export type MethodsOf<Signatures extends SignatureTable> = {
  readonly [Name in keyof Signatures]: Method<Signatures[Name]>
}

export type ServiceOf<Signatures extends SignatureTable> = {
  readonly [Name in keyof Signatures]: Implementation<Signatures[Name]>
}

/** As the router calls it; `content` is empty for a method that takes none. */
type Implementation<S extends Signature> = (
  input: S['input'],
  caller: Caller,
  signal: AbortSignal,
  content: Content,
) => S['result']

/** Each method of the table with its own implementation. */
export const bindMethods = <Signatures extends SignatureTable>(
  methods: MethodsOf<Signatures>,
  service: ServiceOf<Signatures>,
): ReadonlyMap<string, Bound> => {
  const bound = new Map<string, Bound>()
  for (const name in methods) bound.set(name, bind(name, methods[name], service[name]))
  return bound
}

const bind = <S extends Signature>(
  name: string,
  method: Method<S>,
  implementation: Implementation<S>,
): Bound => ({
  name,
  method,
  prepare: (raw) => {
    const input = method.input.parse(raw)
    return (caller, signal, content) => implementation(input, caller, signal, content)
  },
})
