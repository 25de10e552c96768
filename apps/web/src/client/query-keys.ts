import type { ListQuery, SessionsQuery, WakesQuery, WakeTimesQuery } from '@pilot/contract'

/** Where each answer of the agent is kept. `list`, `show` and `overview` are kept up to date by the live changes. */
export const queryKeys = {
  lists: ['list'] as const,
  list: (query: Partial<ListQuery>) => ['list', query] as const,
  show: (name: string) => ['show', name] as const,
  inspect: (name: string) => ['inspect', name] as const,
  wakes: (query: Partial<WakesQuery>) => ['wakes', query] as const,
  overview: ['overview'] as const,
  comparisons: ['comparisons'] as const,
  comparison: (id: string) => ['comparison', id] as const,
  hostSamples: (hours: number) => ['hostSamples', hours] as const,
  tenantSamples: (name: string, hours: number) => ['tenantSamples', name, hours] as const,
  wakeTimes: (query: WakeTimesQuery) => ['wakeTimes', query] as const,
  check: ['check'] as const,
  audit: ['audit'] as const,
  operators: ['operators'] as const,
  me: ['me'] as const,
  sessions: (query: Partial<SessionsQuery>) => ['sessions', query] as const,
  tokens: (query: Partial<SessionsQuery>) => ['tokens', query] as const,
}
