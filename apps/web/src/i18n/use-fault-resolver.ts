import { zodResolver } from '@hookform/resolvers/zod'
import { inputFaultOf } from '@pilot/contract'
import { useMemo } from 'react'
import type { z } from 'zod'
import { useFacts } from './use-facts.ts'

/** Holds a form against a schema; what is wrong is said in the reader's language, as the `message` of its field. */
export const useFaultResolver = <Values extends object, Input>(schema: z.ZodType<Input, Values>) => {
  const facts = useFacts()
  return useMemo(
    () => zodResolver(schema, { error: (issue) => facts.inputFault(inputFaultOf(issue)) }),
    [schema, facts],
  )
}
