import { z } from 'zod'
import { Difference } from './difference.ts'
import { InputFault } from './input-fault.ts'

/** What is wrong with a list of tenants, or with a line of it. */
export const ListFault = z.discriminatedUnion('code', [
  // Of the list as a whole.
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('quotes'), line: z.int() }),
  z.object({
    code: z.literal('unknown-column'),
    line: z.int(),
    column: z.string(),
    known: z.array(z.string()),
  }),
  /** By two titles, where a setting has several. */
  z.object({ code: z.literal('column-twice'), line: z.int(), column: z.string() }),
  z.object({ code: z.literal('many'), most: z.int() }),

  // Of a line.
  z.object({ code: z.literal('no-header') }),
  z.object({ code: z.literal('name-missing') }),
  z.object({ code: z.literal('cells-many'), cells: z.int(), columns: z.int() }),
  z.object({ code: z.literal('cell-without-title'), text: z.string() }),
  z.object({ code: z.literal('cell'), column: z.string(), fault: InputFault }),
  z.object({ code: z.literal('name-twice'), name: z.string(), line: z.int() }),
  z.object({ code: z.literal('domain-twice'), domain: z.string(), line: z.int() }),

  // Of a line on this host.
  /** A tenant of this name stands there otherwise. */
  z.object({ code: z.literal('taken'), difference: Difference }),
  z.object({ code: z.literal('domain-taken'), domain: z.string(), tenant: z.string() }),
])
export type ListFault = z.infer<typeof ListFault>
