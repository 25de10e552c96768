import { toNestErrors } from '@hookform/resolvers'
import { useMemo } from 'react'
import type { FieldValues, Resolver } from 'react-hook-form'
import { useFacts } from '../../i18n/use-facts.ts'
import type { ReadForm } from './read-new.ts'

/** Holds a form against `read`; the first fault of each field is said there in the reader's language. */
export const useFormResolver = <Values extends FieldValues, Input>(
  read: (values: Values) => ReadForm<Input>,
): Resolver<Values, unknown, Input> => {
  const facts = useFacts()
  return useMemo(
    () => (values, _context, options) => {
      const result = read(values)
      if ('input' in result) return { values: result.input, errors: {} }
      const errors = Object.fromEntries(
        result.faults
          .toReversed()
          .map(({ path, fault }) => [path, { type: fault.code, message: facts.inputFault(fault) }]),
      )
      return { values: {}, errors: toNestErrors<Values>(errors, options) }
    },
    [read, facts],
  )
}
