/**
 * One call for all items that come at once, or while the call before them runs: the running one may have begun
 * before what they want to be seen was there. `call` answers each item in its place. Where it fails for several, each
 * is tried alone, so that one bad item does not fail the others: it must be safe to repeat.
 */
export const inBatches = <Item, Answer>(
  call: (items: readonly Item[]) => Promise<readonly Answer[]>,
): ((item: Item) => Promise<Answer>) => {
  let waiting: Waiting<Item, Answer>[] = []
  let isRunning = false
  const run = async (): Promise<void> => {
    // Those who ask in the same turn come along.
    await Promise.resolve()
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await answer(batch, call)
    }
    isRunning = false
  }
  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    waiting.push({ item, resolve, reject })
    if (!isRunning) {
      isRunning = true
      void run()
    }
    return promise
  }
}

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

const answer = async <Item, Answer>(
  batch: readonly Waiting<Item, Answer>[],
  call: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<void> => {
  try {
    const answers = await call(batch.map(({ item }) => item))
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer)
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error)
    else for (const one of batch) await answer([one], call)
  }
}
