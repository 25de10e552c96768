import type { Figure } from '../report.ts'
import type { Bench } from '../support/bench.ts'
import { coldStart } from './cold-start.ts'
import { memory } from './memory.ts'
import { warmTraffic } from './warm-traffic.ts'

/** In this order: what counts processes and memory comes first, on a host that did nothing yet. */
export const groups = [
  { name: 'cold-start', title: 'Cold start: connect to first byte', measure: coldStart },
  { name: 'warm-traffic', title: 'Warm traffic: 16 connections', measure: warmTraffic },
  { name: 'memory', title: 'Memory for each that nobody visits (PSS)', measure: memory },
] as const satisfies readonly Group[]

interface Group {
  readonly name: string
  readonly title: string
  readonly measure: (bench: Bench) => Promise<Figure[]>
}

export type GroupName = (typeof groups)[number]['name']
