import { explainVariant, visible, type ComparedVariantResult } from '@pilot/contract'
import { signedBytes } from './signed-bytes.ts'

/** One line about a variant, as soon as it is measured. */
export const describeResult = ({ variant, state, reason, count, memory }: ComparedVariantResult): string => {
  const why = reason === null ? '' : ` ${visible(explainVariant(reason))}`
  if (state !== 'measured') return `${variant}: ${state}.${why}`
  return `${variant}: ${signedBytes(memory?.perTenant ?? 0)} each, of ${count}.${why}`
}
