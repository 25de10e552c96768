import { systemCalls } from '../../systemd/system-calls.ts'
import { argumentRules } from './argument-rules.ts'
import { membersOf } from './groups.ts'
import type { Refusal, Rule } from './rule.ts'

/** What a program may call, as data: names of system calls, and what is looked at in the arguments of some. */
export interface CallPolicy {
  readonly calls: readonly string[]
  readonly rules: Readonly<Record<string, Refusal | Rule>>
}

/** The same for every tenant. */
export const tenantPolicy: CallPolicy = {
  calls: systemCalls.flatMap(membersOf),
  rules: argumentRules,
}
