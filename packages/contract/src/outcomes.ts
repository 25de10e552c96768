import type { ProblemCode } from './problem.ts'

/** How each problem leaves the house: the tRPC error code, and the CLI's exit code. */
export const outcomes = {
  internal: { trpc: 'INTERNAL_SERVER_ERROR', exit: 1 },
  'invalid-input': { trpc: 'BAD_REQUEST', exit: 2 },
  'tenant-not-found': { trpc: 'NOT_FOUND', exit: 3 },
  'not-found': { trpc: 'NOT_FOUND', exit: 3 },
  'not-permitted': { trpc: 'FORBIDDEN', exit: 4 },
  'sign-in-required': { trpc: 'UNAUTHORIZED', exit: 4 },
  'sign-in-failed': { trpc: 'UNAUTHORIZED', exit: 4 },
  'second-factor-required': { trpc: 'UNAUTHORIZED', exit: 4 },
  'locked-out': { trpc: 'TOO_MANY_REQUESTS', exit: 4 },
  'link-invalid': { trpc: 'FORBIDDEN', exit: 4 },
  'operator-exists': { trpc: 'CONFLICT', exit: 5 },
  'last-admin': { trpc: 'CONFLICT', exit: 5 },
  overloaded: { trpc: 'SERVICE_UNAVAILABLE', exit: 6 },
  'tenant-exists': { trpc: 'CONFLICT', exit: 5 },
  'domain-taken': { trpc: 'CONFLICT', exit: 5 },
  'foreign-resource': { trpc: 'CONFLICT', exit: 5 },
  'wrong-state': { trpc: 'CONFLICT', exit: 5 },
  'comparison-running': { trpc: 'CONFLICT', exit: 5 },
  'comparison-failed': { trpc: 'INTERNAL_SERVER_ERROR', exit: 7 },
  'variant-failed': { trpc: 'INTERNAL_SERVER_ERROR', exit: 7 },
  'service-down': { trpc: 'SERVICE_UNAVAILABLE', exit: 6 },
  'step-failed': { trpc: 'INTERNAL_SERVER_ERROR', exit: 7 },
  'partly-done': { trpc: 'INTERNAL_SERVER_ERROR', exit: 7 },
  'check-failed': { trpc: 'PRECONDITION_FAILED', exit: 8 },
} as const satisfies Record<ProblemCode, { trpc: string; exit: number }>
