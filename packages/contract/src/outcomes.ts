import type { ProblemCode } from './problem.ts'

/** How each problem leaves the house: the status of an HTTP answer, and the CLI's exit code. */
export const outcomes = {
  internal: { status: 500, exit: 1 },
  'invalid-input': { status: 400, exit: 2 },
  'tenant-not-found': { status: 404, exit: 3 },
  'not-found': { status: 404, exit: 3 },
  'not-permitted': { status: 403, exit: 4 },
  'sign-in-required': { status: 401, exit: 4 },
  'sign-in-failed': { status: 401, exit: 4 },
  'second-factor-required': { status: 401, exit: 4 },
  'locked-out': { status: 429, exit: 4 },
  'link-invalid': { status: 403, exit: 4 },
  'operator-exists': { status: 409, exit: 5 },
  'last-admin': { status: 409, exit: 5 },
  overloaded: { status: 503, exit: 6 },
  'tenant-exists': { status: 409, exit: 5 },
  'domain-taken': { status: 409, exit: 5 },
  'foreign-resource': { status: 409, exit: 5 },
  'wrong-state': { status: 409, exit: 5 },
  'comparison-running': { status: 409, exit: 5 },
  'comparison-failed': { status: 500, exit: 7 },
  'variant-failed': { status: 500, exit: 7 },
  'service-down': { status: 503, exit: 6 },
  'step-failed': { status: 500, exit: 7 },
  'partly-done': { status: 500, exit: 7 },
  'check-failed': { status: 412, exit: 8 },
} as const satisfies Record<ProblemCode, { status: number; exit: number }>
