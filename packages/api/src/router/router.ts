import { PilotError } from '@pilot/contract'
import { initTRPC } from '@trpc/server'
import type { Caller, PilotService } from '../service.ts'
import { lasts, procedureNames, procedures, type Procedure, type ProcedureName } from '../procedures.ts'
import { demandAuthority, type Refusal } from './authority.ts'
import type { Context } from './context.ts'
import { toErrorShape } from './error-shape.ts'
import { whilePermitted } from './while-permitted.ts'

export interface RouterHooks {
  /** An error that nobody foresaw: the client hears only the reference. */
  readonly onUnexpected: (error: unknown, reference: string) => void
  /** A call that changes something, or reaches beyond its role, and was refused. */
  readonly onRefused: (refusal: Refusal) => void
  /** Milliseconds after which a stream on the bridge looks whether its session still holds; 2 s if undefined. */
  readonly lookEvery?: number
}

/** The tRPC router of a service: one procedure for each method, by the table in procedures.ts. */
export const createRouter = (service: PilotService, hooks: RouterHooks) => {
  const t = initTRPC.context<Context>().create({
    isDev: false,
    // So that either side sees in time that the other is gone.
    sse: { ping: { enabled: true, intervalMs: 5000 }, client: { reconnectAfterInactivityMs: 12_000 } },
    errorFormatter: ({ error, shape }) => ({ ...shape, ...toErrorShape(error, hooks.onUnexpected) }),
  })

  const build = (name: ProcedureName) => {
    const procedure: Procedure = procedures[name]
    const permitted = t.procedure
      // First who calls, then what: a stranger learns nothing of the schemas.
      .use(async ({ ctx, getRawInput, next }) => {
        await demandAuthority({
          name,
          procedure,
          context: ctx,
          readInput: getRawInput,
          onRefused: hooks.onRefused,
        })
        if (ctx.overloaded) throw new PilotError({ code: 'overloaded' })
        return next()
      })
      .input((value) => procedure.input.parse(value))
    const call = methodOf(service, name)
    const stream = ({ input, ctx, signal = never }: StreamCall): AsyncIterable<unknown> => {
      const open = (end: AbortSignal) => call(input, ctx, end) as AsyncIterable<unknown>
      if (ctx.caller.source !== 'bridge' || !lasts(procedure)) return open(signal)
      return whilePermitted(open, { context: ctx, every: hooks.lookEvery ?? 2000, signal })
    }
    if (procedure.answer === 'events')
      return permitted.subscription(async function* (opts) {
        yield* stream(opts)
      })
    // All others are mutations, that is POST: an environment of some kilobytes does not fit into a URL.
    if (procedure.answer === 'stream')
      return permitted.mutation(async function* (opts) {
        yield* stream(opts)
      })
    return permitted.mutation(({ input, ctx, signal = never }) => call(input, ctx, signal))
  }

  return t.router(Object.fromEntries(procedureNames.map((name) => [name, build(name)])))
}

interface StreamCall {
  readonly input: unknown
  readonly ctx: Context
  readonly signal: AbortSignal | undefined
}

const never = new AbortController().signal

export type PilotRouter = ReturnType<typeof createRouter>

// The table holds each method's own schema, but TypeScript cannot follow the pair through a loop: this is the
// one place where it is told so.
const methodOf = (service: PilotService, name: ProcedureName) => {
  const method = service[name].bind(service) as (
    input: unknown,
    caller: Caller,
    signal: AbortSignal,
  ) => unknown
  return (input: unknown, { caller }: Context, signal: AbortSignal): unknown => method(input, caller, signal)
}
