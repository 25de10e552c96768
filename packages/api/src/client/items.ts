/** The items of an answer, and its errors as our own. Who stops reading leaves it; who aborts it hears of no error. */
export const readItems = async function* (
  open: (leave: AbortSignal) => Promise<AsyncIterable<unknown>>,
  translate: (error: unknown) => unknown,
  signal?: AbortSignal,
): AsyncGenerator<unknown, void> {
  const leave = new AbortController()
  try {
    yield* await open(AbortSignal.any(signal === undefined ? [leave.signal] : [leave.signal, signal]))
  } catch (error) {
    if (signal?.aborted !== true) throw translate(error)
  } finally {
    leave.abort()
  }
}
