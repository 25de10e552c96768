import { speak } from './english/index.ts'
import type { Difference } from './facts/difference.ts'
import type { Problem } from './problem.ts'

/** One sentence, or two short ones, for people: what happened, to what, and what to do. */
export const explain = (problem: Problem): string => {
  switch (problem.code) {
    case 'invalid-input':
      return `${problem.field} is not valid: ${speak.inputFault(problem.fault)}.`
    case 'tenant-not-found':
      return `There is no tenant ${problem.tenant}. "pilot list" shows those that exist.`
    case 'not-found':
      return `${problem.what} does not exist.`
    case 'not-permitted':
      return `${problem.action} is not permitted: ${problem.need}.`
    case 'sign-in-required':
      return signInSentence[problem.reason]
    case 'sign-in-failed':
      return 'Name, password or code is not right. Try again, or ask for a new link: "pilot operator reset".'
    case 'second-factor-required':
      return 'A second factor is set up; give the code of your authenticator, or a recovery code.'
    case 'locked-out':
      return `Too many sign-ins failed; try again after ${problem.until}.`
    case 'link-invalid':
      return 'This link was used already, or has ended; ask for a new one: "pilot operator reset".'
    case 'operator-exists':
      return `The operator ${problem.operator} exists already; "pilot operator reset ${problem.operator}" makes a new link.`
    case 'last-admin':
      return `${problem.operator} is the last admin; make another one first with "pilot operator add".`
    case 'overloaded':
      return 'The Pilot agent has more calls than it takes at once; try again in a moment.'
    case 'tenant-exists':
      return `The tenant ${problem.tenant} exists already${withDifference(problem.difference)}; change it with "pilot set ${problem.tenant}".`
    case 'domain-taken':
      return `The domain ${problem.domain} already belongs to the tenant ${problem.tenant}; choose another, or take it off there with "pilot set ${problem.tenant}".`
    case 'foreign-resource':
      return `The ${problem.kind} ${problem.name} exists and was not made by Pilot; it was left as it is. Choose another name.`
    case 'service-down':
      return `${describeDown(problem)} Then run the same command again.`
    case 'wrong-state':
      return `The tenant ${problem.tenant} is ${problem.state}, so it cannot ${problem.action}.`
    case 'step-failed':
      return `The step ${problem.step} of the tenant ${problem.tenant} failed: ${reasonOf(problem)}. Run the same command again to heal it.`
    case 'comparison-running':
      return `The comparison ${problem.id} is still running; wait for it, or end it with "pilot compare --cancel".`
    case 'comparison-failed':
      return `The comparison failed: ${problem.detail}. What it had made is removed; "pilot compare --clean" makes sure of it.`
    case 'partly-done':
      return `${problem.done} done, ${problem.failed} failed; the first failure: ${sayOnce(problem.first)}`
    case 'check-failed':
      return `The check found ${problem.faults} ${problem.faults === 1 ? 'fault' : 'faults'}; each line above says what to do.`
    case 'internal':
      return `Internal error, reference ${problem.reference}. "journalctl -u pilot-agent" has the details under this reference.`
  }
}

const withDifference = (difference: Difference | null): string =>
  difference === null ? '' : ` with ${speak.difference(difference)}`

const reasonOf = ({ detail, reasons = [] }: Extract<Problem, { code: 'step-failed' }>): string =>
  reasons.length === 0 ? detail : reasons.map(speak.stepDetail).join('; ')

const sayOnce = (sentence: string): string =>
  /run the same command again/i.test(sentence) ? sentence : `${sentence} Run the same command again.`

const signInSentence = {
  missing: 'This needs an operator who has signed in; sign in first.',
  expired: 'The session has ended; sign in again.',
  revoked: 'The session was ended by somebody; sign in again.',
} as const

type ServiceDown = Extract<Problem, { code: 'service-down' }>

const describeDown = ({ service, reason }: ServiceDown): string =>
  service === 'postgresql' && reason === 'full' ? postgresFull : serviceSentence[service]

const postgresFull =
  'PostgreSQL has no free connection (max_connections); close some, or raise max_connections in postgresql.conf.'

const serviceSentence: Record<ServiceDown['service'], string> = {
  postgresql: 'PostgreSQL does not answer; start it with "systemctl start postgresql".',
  caddy: 'Caddy does not answer; start it with "systemctl start caddy".',
  dbus: 'D-Bus does not answer; start it with "systemctl start dbus".',
  systemd: 'systemd (PID 1) does not answer in time; look at "systemctl status".',
  'pilot-agent': 'The Pilot agent does not answer; start it with "systemctl start pilot-agent.socket".',
  'user-manager': 'The tenant\'s own systemd manager does not answer; look at "loginctl user-status".',
}
