import type { Agent } from '../agent.ts'

/** What operators need of the agent. */
export type OperatorParts = Pick<Agent, 'store' | 'log' | 'now' | 'config' | 'simulated'>
