import { speak, type ComparisonFault } from '@pilot/contract'
import { compareUnit } from '@pilot/render'
import { ExecaError } from 'execa'

/** A fault that can be told in every language. */
export class MeasureError extends Error {
  override readonly name = 'MeasureError'
  readonly fault: ComparisonFault

  constructor(fault: ComparisonFault) {
    super(speak.comparisonFault(fault))
    this.fault = fault
  }
}

/**
 * What went wrong, in the words of the kernel where they are its own. Of what nobody foresaw the journal has the story,
 * and no word of ours is repeated as if a program had said it.
 */
export const faultOf = (error: unknown): ComparisonFault => {
  if (error instanceof MeasureError) return error.fault
  if (error instanceof ExecaError)
    return {
      code: 'program-failed',
      program: error.command.split(' ')[0] ?? '',
      exitCode: error.exitCode ?? null,
      words: lastLineOf(error),
    }
  if (error instanceof Error && 'syscall' in error) return { code: 'told', text: error.message }
  return { code: 'interrupted', unit: compareUnit }
}

/** stderr is text only where the call has kept it. */
const lastLineOf = ({ stderr }: { readonly stderr?: unknown }): string =>
  typeof stderr === 'string' ? (stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? '') : ''
