import type { ProcedureName, procedures } from '../procedures.ts'
import type { PilotService } from '../service.ts'

type Answered<Answer extends string> = {
  [Name in ProcedureName]: (typeof procedures)[Name]['answer'] extends Answer ? Name : never
}[ProcedureName]

/** The methods that are called and answer; the agent itself adds the caller. Each may be aborted. */
export type CalledService = {
  [Name in Answered<'value' | 'stream'>]: PilotService[Name] extends (
    input: infer Input,
    ...rest: never[]
  ) => infer Answer
    ? (input: Input, signal?: AbortSignal) => Answer
    : never
}

/** The names of the methods that tell events until they are left. */
export type EventName = Answered<'events'>

/** What an event stream takes and tells. */
export type EventInput<Name extends EventName> = Parameters<PilotService[Name]>[0]
export type EventOf<Name extends EventName> =
  ReturnType<PilotService[Name]> extends AsyncIterable<infer Item> ? Item : never
