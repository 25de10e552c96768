import { clauseOf } from '../clause.ts'
import type { Problem } from '../problem.ts'
import { isFixed } from '../settings/fixed.ts'
import { action } from './action.ts'
import { comparisonFault } from './comparison-fault.ts'
import { difference } from './difference.ts'
import { inputFault } from './input-fault.ts'
import { need } from './need.ts'
import { say, type Forms, type Sentences } from './sentences.ts'
import { thing } from './thing.ts'
import { stepDetail } from './step-detail.ts'
import { variantReason } from './variant-reason.ts'
import { postgresqlFull, serviceDown } from './service-down.ts'

/** Each is one sentence, or two short ones, for people: what happened, to what, and what to do. */
export const problem: Sentences<Problem> = {
  'invalid-input': ({ field, fault }, forms) => `${field} is not valid: ${say(inputFault, fault, forms)}.`,
  'tenant-not-found': ({ tenant, deleted }) =>
    deleted === true
      ? `The tenant ${tenant} was deleted; "pilot create-tenant ${tenant}" takes up its database and files again.`
      : `There is no tenant ${tenant}. "pilot list" shows those that exist.`,
  'not-found': ({ what }, forms) => `${say(thing, what, forms)} does not exist.`,
  'not-permitted': (refused, forms) =>
    `${say(action, refused.action, forms)} is not permitted: ${say(need, refused.need, forms)}.`,
  'sign-in-required': ({ reason }) => signInSentence[reason],
  'sign-in-failed': () =>
    'Name, password or code is not right. Try again, or ask for a new link: "pilot operator reset".',
  'second-factor-required': () =>
    'A second factor is set up; give the code of your authenticator, or a recovery code.',
  'locked-out': ({ until }, { time }) => `Too many sign-ins failed; try again after ${time(until)}.`,
  'link-invalid': () =>
    'This link was used already, or has ended; ask for a new one: "pilot operator reset".',
  'operator-exists': ({ operator }) =>
    `The operator ${operator} exists already; "pilot operator reset ${operator}" makes a new link.`,
  'last-admin': ({ operator }) =>
    `${operator} is the last admin; make another one first with "pilot operator add".`,
  overloaded: () => 'The Pilot agent has more calls than it takes at once; try again in a moment.',
  'tenant-exists': (found, forms) =>
    `The tenant ${found.tenant} exists already${withDifference(found, forms)}; ${wayFrom(found)}.`,
  'domain-taken': ({ domain, tenant }) =>
    `The domain ${domain} already belongs to the tenant ${tenant}; choose another, or take it off there with "pilot set ${tenant}".`,
  'foreign-resource': ({ kind, name }) =>
    `The ${kind} ${name} exists and was not made by Pilot; it was left as it is. Choose another name.`,
  'service-down': (down) => describeDown(down),
  'wrong-state': ({ tenant, state, action }) =>
    `The tenant ${tenant} is ${stateWord[state]}, so it cannot ${passive[action]}.`,
  'step-failed': (failed, forms) =>
    `The step ${failed.step} of the tenant ${failed.tenant} failed: ${reasonOf(failed, forms)}.`,
  'comparison-running': ({ id }) =>
    `The comparison ${id} is still running; wait for it, or end it with "pilot compare --cancel".`,
  'comparison-failed': ({ detail }, forms) =>
    `The comparison failed: ${say(comparisonFault, detail, forms)}. ${
      detail.code === 'not-removed'
        ? '"pilot compare --clean" tries it again.'
        : 'What it had made is removed; "pilot compare --clean" makes sure of it.'
    }`,
  'variant-failed': ({ variant, reason }, forms) =>
    `${variant}: ${reason === null ? 'it was not measured.' : say(variantReason, reason, forms)}`,
  'partly-done': ({ done, failed, first }, forms) =>
    `${done} done, ${failed} failed; the first failure: ${say(problem, first, forms)}`,
  'check-failed': ({ faults }) =>
    `The check found ${faults} ${faults === 1 ? 'fault' : 'faults'}; each line above says what to do.`,
  internal: ({ reference }) =>
    `Internal error, reference ${reference}. "journalctl -u pilot-agent" has the details under this reference.`,
}

/** What follows where the same command can do better once more; not where the tenant's state is told. */
export const again = (met: Problem): string => {
  switch (met.code) {
    case 'service-down':
      return ' Then run the same command again.'
    case 'step-failed':
      return ' Run the same command again to heal it.'
    case 'partly-done':
      return mayPass.has(met.first.code) ? ' Run the same command again.' : ''
    default:
      return ''
  }
}

/** Problems that the same command need not meet again. */
const mayPass: ReadonlySet<Problem['code']> = new Set([
  'service-down',
  'step-failed',
  'overloaded',
  'comparison-failed',
  'variant-failed',
  'internal',
])

type ProblemOf<Code extends Problem['code']> = Extract<Problem, { code: Code }>

const signInSentence: Record<ProblemOf<'sign-in-required'>['reason'], string> = {
  missing: 'This needs an operator who has signed in; sign in first.',
  expired: 'The session has ended; sign in again.',
  revoked: 'The session was ended by somebody; sign in again.',
}

const withDifference = (found: ProblemOf<'tenant-exists'>, forms: Forms): string =>
  found.difference === null ? '' : ` with ${say(difference, found.difference, forms)}`

const wayFrom = ({ tenant, difference }: ProblemOf<'tenant-exists'>): string =>
  difference !== null && isFixed(difference.code)
    ? `only another one can be otherwise: "pilot delete-tenant ${tenant}" first`
    : `change it with "pilot set ${tenant}"`

const reasonOf = ({ detail, reasons = [] }: ProblemOf<'step-failed'>, forms: Forms): string =>
  reasons.length === 0 ? clauseOf(detail) : reasons.map((reason) => say(stepDetail, reason, forms)).join('; ')

const describeDown = ({ service, reason }: ProblemOf<'service-down'>): string =>
  service === 'postgresql' && reason === 'full' ? postgresqlFull : serviceDown[service]

const stateWord: Record<ProblemOf<'wrong-state'>['state'], string> = {
  suspended: 'suspended',
  partial: 'partial',
  purging: 'being purged',
}

const passive: Record<ProblemOf<'wrong-state'>['action'], string> = {
  wake: 'be woken',
  sleep: 'be put to sleep',
  suspend: 'be suspended',
  resume: 'be resumed',
  create: 'be made again',
}
