import { parseAsStringLiteral } from 'nuqs/server'

/** How far back, as it stands in the address: the agent keeps an hour, a day and 90 days, each less fine. */
export const ranges = ['1h', '24h', '7d', '90d'] as const
export type Range = (typeof ranges)[number]

export const rangeHours: Record<Range, number> = { '1h': 1, '24h': 24, '7d': 168, '90d': 2160 }

export const rangeParser = parseAsStringLiteral(ranges).withDefault('24h').withOptions({ history: 'replace' })
