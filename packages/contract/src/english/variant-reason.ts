import type { FoundReason } from '../facts/found-reason.ts'
import { comparisonFault } from './comparison-fault.ts'
import { say, type Sentences } from './sentences.ts'

/** Whole sentences. */
export const variantReason: Sentences<FoundReason> = {
  'engine-missing': ({ engine }) => `${engine} is not installed.`,
  'docker-is-podman': () => 'docker is podman by another name here.',
  'docker-silent': () => 'docker is installed, but its daemon does not answer.',
  'memory-short': (memory) => `There is not enough memory: ${halfOf(memory)}.`,
  'memory-allows': ({ count, asked, ...memory }) =>
    `Memory allows ${count} instead of ${asked}: ${halfOf(memory)}.`,
  failed: ({ fault }, forms) => `${say(comparisonFault, fault, forms)}.`,
  told: ({ text }) => text,
}

interface Memory {
  readonly available: number
  readonly each: number
}

const halfOf = ({ available, each }: Memory): string =>
  `of the ${mebibytes(available)} MiB available half may be used, and each may need ${mebibytes(each)} MiB`

const mebibytes = (bytes: number): string => {
  const amount = bytes / 1024 ** 2
  return amount < 10 ? amount.toFixed(1) : String(Math.round(amount))
}
