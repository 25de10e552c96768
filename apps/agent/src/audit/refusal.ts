import type { Refusal } from '@pilot/api/router'
import { z } from 'zod'
import { writeLine, type AuditParts } from './write-line.ts'
import { redact } from './redact.ts'

/** A changing call that its socket did not permit. Its input was not parsed: only its name is looked for. */
export const auditRefusal = (agent: AuditParts, { input, ...refusal }: Refusal): void => {
  const tenant = z.object({ name: z.string().max(64) }).safeParse(input).data?.name ?? null
  writeLine(agent, { ...refusal, tenant, input: shortened(input) }, 'refused')
}

/** Who may call nothing may still send a megabyte, or lists so deep that they cannot be walked. */
const shortened = (input: unknown): unknown => {
  try {
    const kept = redact(input)
    return JSON.stringify(kept ?? null).length > longestInput ? tooLarge : kept
  } catch (error) {
    if (error instanceof RangeError) return tooLarge
    throw error
  }
}

/** Characters of JSON. */
const longestInput = 4096
const tooLarge = 'too large to be kept'
