import type { ComparisonMethod } from '@pilot/contract'
import { restBeforeStart } from './rest.ts'

interface Asked {
  readonly starts: number
}

/** How it was measured; `notes` are what is special on this machine. */
export const methodOf = ({ starts }: Asked, notes: readonly ComparisonMethod[]): ComparisonMethod[] => [
  { code: 'same-program' },
  { code: 'one-after-another' },
  { code: 'whole-tenants' },
  { code: 'own-image' },
  { code: 'plain-process' },
  { code: 'pss' },
  { code: 'counted' },
  { code: 'first-of-a-kind' },
  { code: 'quiet' },
  { code: 'creating' },
  { code: 'first-byte', starts },
  { code: 'rested', milliseconds: restBeforeStart },
  ...notes,
]
