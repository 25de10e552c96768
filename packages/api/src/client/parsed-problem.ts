import { Problem } from '@pilot/contract'
import { toldIn } from '../answer-body.ts'

/** What was told as a problem, where it is one: whoever asks from afar may be older than the agent. */
export const parsedProblem = (told: unknown): Problem | undefined => Problem.safeParse(told).data

/** The problem in the parsed body of an answer; undefined where it tells none. */
export const problemIn = (body: unknown): Problem | undefined => parsedProblem(toldIn(body))
