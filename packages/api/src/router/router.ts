import { initTRPC, type AnyRouter } from '@trpc/server'
import { errorShape } from '../answer-body.ts'
import { isRaw } from '../method.ts'
import { itemsOf, noContent } from './answer.ts'
import { demandAuthority, type Refusal } from './authority.ts'
import { bindMethods, type Bound, type MethodsOf, type ServiceOf, type SignatureTable } from './bind.ts'
import type { Context } from './context.ts'
import { problemOfRequest, type OnUnexpected } from './problem.ts'

export interface RouterHooks {
  readonly onUnexpected: OnUnexpected
  /** A call that changes something, or reaches beyond its role, and was refused. */
  readonly onRefused: (refusal: Refusal) => void
  /** Milliseconds after which a stream on the bridge looks whether its session still holds; 2 s if undefined. */
  readonly lookEvery?: number
  /** Milliseconds that a body may take to come, and of an upload each piece; 30 s if undefined. */
  readonly patience?: number
}

/** Every method of a table with what carries it out: those of JSON as procedures of tRPC, those of bytes as they are. */
export interface Router {
  readonly methods: ReadonlyMap<string, Bound>
  readonly trpc: AnyRouter
  readonly hooks: Required<RouterHooks>
}

/** The router of a service, by the table of its methods. */
export const createRouter = <Signatures extends SignatureTable>(
  methods: MethodsOf<Signatures>,
  service: NoInfer<ServiceOf<Signatures>>,
  { lookEvery = 2000, patience = 30_000, ...rest }: RouterHooks,
): Router => {
  const hooks = { ...rest, lookEvery, patience }
  const bound = bindMethods(methods, service)
  return { methods: bound, trpc: createProcedures([...bound.values()], hooks), hooks }
}

const createProcedures = (methods: readonly Bound[], hooks: Required<RouterHooks>): AnyRouter => {
  const t = initTRPC.context<Context>().create({
    isDev: false,
    // So that either side sees in time that the other is gone.
    sse: { ping: { enabled: true, intervalMs: 5000 }, client: { reconnectAfterInactivityMs: 12_000 } },
    errorFormatter: ({ error, shape }) => ({
      ...shape,
      ...errorShape(problemOfRequest(error, hooks.onUnexpected)),
    }),
  })

  const build = ({ name, method, prepare }: Bound) => {
    const { onRefused, lookEvery } = hooks
    const permitted = t.procedure
      // First who calls, then what: a stranger learns nothing of the schemas.
      .use(async ({ ctx: context, getRawInput: readInput, next }) => {
        await demandAuthority({ name, method, context, readInput, onRefused })
        return next()
      })
      .input(prepare)
    if (method.answer === 'events')
      return permitted.subscription(async function* ({ input: prepared, ctx: context, signal = never }) {
        yield* itemsOf({ method, prepared, context, signal, lookEvery })
      })
    // All others are mutations, that is POST: an environment of some kilobytes does not fit into a URL.
    if (method.answer === 'stream')
      return permitted.mutation(async function* ({ input: prepared, ctx: context, signal = never }) {
        yield* itemsOf({ method, prepared, context, signal, lookEvery })
      })
    return permitted.mutation(({ input: prepared, ctx: { caller }, signal = never }) =>
      prepared(caller, signal, noContent),
    )
  }

  const spoken = methods.filter(({ method }) => !isRaw(method))
  return t.router(Object.fromEntries(spoken.map((bound) => [bound.name, build(bound)])))
}

const never = new AbortController().signal
