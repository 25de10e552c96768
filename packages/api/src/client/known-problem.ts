import { outcomes, type Problem } from '@pilot/contract'
import { step } from '../answer-body.ts'

/**
 * What was told as a problem, where its code is one. As any other answer on a socket it is not parsed, as both ends
 * are of one package: its schema, and zod, would be most of what a short command has to load.
 */
export const knownProblem = (told: unknown): Problem | undefined => (isKnown(told) ? told : undefined)

const isKnown = (told: unknown): told is Problem => Object.hasOwn(outcomes, String(step(told, 'code')))
