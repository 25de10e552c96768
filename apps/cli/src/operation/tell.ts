import { printLine } from '../output/output.ts'
import type { Pilot } from '../pilot.ts'

/** How a change ended: a sentence for people, or the last line of the JSON answer. */
export const tell = (
  { stdout }: Pilot,
  { json, ...document }: { json: boolean } & Readonly<Record<string, unknown>>,
  message: string,
): void => printLine(stdout, json ? JSON.stringify({ ...document, problem: null, message }) : message)
