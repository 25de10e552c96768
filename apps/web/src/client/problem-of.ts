import { PilotError, type Problem } from '@pilot/contract'

/**
 * The problem of whatever was thrown. What is no PilotError failed in the browser itself: what it says is in no language
 * of ours, so the page has a reference, under which the browser's console has the story.
 */
export const problemOf = (error: unknown): Problem =>
  error instanceof PilotError ? error.problem : { code: 'internal', reference: referenceOf(error) }

const referenceOf = (error: unknown): string => {
  const failure = error instanceof Error ? error : new Error(String(error))
  const known = references.get(failure)
  if (known !== undefined) return known
  const reference = Math.random().toFixed(8).slice(2)
  references.set(failure, reference)
  console.error(reference, failure)
  return reference
}

const references = new WeakMap<Error, string>()
