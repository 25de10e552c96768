import { formatBytes, Limits, parseBytes } from '@pilot/contract'
import { Option } from 'commander'
import { invalid } from './value.ts'

/** Each gives an `Amount`. */
export const limitOptions = (): readonly Option[] => [
  limitOption('--memory-max <bytes>', 'most memory, like 64M or 1G; infinity for no limit', {
    read: parseBytes,
    schema: Limits.shape.memoryMax,
    range: `write a size from ${formatBytes(4 * 1024 ** 2)} to ${formatBytes(1024 ** 4)} like 64M, or infinity`,
  }),
  limitOption('--cpu-quota <percent>', 'most processor time, in percent of one core, like 50%; or infinity', {
    read: (text) => readNumber(/^(\d+)%$/, text),
    schema: Limits.shape.cpuQuota,
    range: 'write a percentage of one core from 1% to 100000% like 50%, or infinity',
  }),
  limitOption('--tasks-max <number>', 'most processes and threads; or infinity', {
    read: (text) => readNumber(/^(\d+)$/, text),
    schema: Limits.shape.tasksMax,
    range: 'write a number from 4 to 100000, or infinity',
  }),
]

/** A number or no limit. Not null: commander takes that for a missing value. */
export type Amount = number | 'infinity'

interface Limit {
  readonly read: (text: string) => number | undefined
  readonly schema: (typeof Limits.shape)[keyof typeof Limits.shape]
  /** The sentence for anything else. */
  readonly range: string
}

const limitOption = (flags: string, description: string, { read, schema, range }: Limit): Option => {
  const option = new Option(flags, description)
  return option.argParser((text: string): Amount => {
    if (text === 'infinity') return text
    const amount = read(text)
    if (amount === undefined || !schema.safeParse(amount).success)
      throw invalid(option.name(), `"${text}" does not fit; ${range}`)
    return amount
  })
}

const readNumber = (pattern: RegExp, text: string): number | undefined => {
  const digits = pattern.exec(text)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
