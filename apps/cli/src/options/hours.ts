import type { Option } from 'commander'
import { countOption } from './count.ts'

/** How far back samples and wakes are asked for. */
export const hoursOption = (): Option =>
  countOption('--hours <number>', 'so many hours back, at most 2160 (default: 24)', 2160)
