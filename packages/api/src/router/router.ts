import { initTRPC } from '@trpc/server'
import type { Caller, PilotService } from '../service.ts'
import { procedureNames, procedures, type Procedure, type ProcedureName } from '../procedures.ts'
import { demandAuthority, type Refusal } from './authority.ts'
import type { Context } from './context.ts'
import { toErrorShape } from './error-shape.ts'

export interface RouterHooks {
  /** An error that nobody foresaw: the client hears only the reference. */
  readonly onUnexpected: (error: unknown, reference: string) => void
  /** A call that changes something, or reaches beyond its role, and was refused. */
  readonly onRefused: (refusal: Refusal) => void
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
        return next()
      })
      .input((value) => procedure.input.parse(value))
    const call = methodOf(service, name)
    if (procedure.answer === 'events')
      return permitted.subscription(async function* ({ input, ctx, signal }) {
        yield* call(input, ctx, signal) as AsyncIterable<unknown>
      })
    // All others are mutations, that is POST: an environment of some kilobytes does not fit into a URL.
    if (procedure.answer === 'stream')
      return permitted.mutation(async function* ({ input, ctx, signal }) {
        yield* call(input, ctx, signal) as AsyncIterable<unknown>
      })
    return permitted.mutation(({ input, ctx, signal }) => call(input, ctx, signal))
  }

  return t.router(Object.fromEntries(procedureNames.map((name) => [name, build(name)])))
}

export type PilotRouter = ReturnType<typeof createRouter>

// The table holds each method's own schema, but TypeScript cannot follow the pair through a loop: this is the
// one place where it is told so.
const methodOf = (service: PilotService, name: ProcedureName) => {
  const method = service[name].bind(service) as (
    input: unknown,
    caller: Caller,
    signal: AbortSignal,
  ) => unknown
  return (input: unknown, { caller }: Context, signal = new AbortController().signal): unknown =>
    method(input, caller, signal)
}
