export const isAbort = (error: unknown): boolean =>
  causes(error).some((cause) => cause.name === 'AbortError' || cause.name === 'TimeoutError')

/** The error and what it was caused by, outermost first. */
export const causes = (error: unknown): Error[] =>
  error instanceof Error ? [error, ...causes(error.cause)] : []
