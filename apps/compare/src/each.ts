/** Does the work for each item, at most so many at once; then throws the first error, where there was one. */
export const each = async <T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<unknown>,
): Promise<void> => {
  const waiting = items.entries()
  const errors: unknown[] = []
  const workers = Array.from({ length: atOnce }, async () => {
    for (const [index, item] of waiting) {
      try {
        await work(item, index)
      } catch (error) {
        errors.push(error)
      }
    }
  })
  await Promise.all(workers)
  if (errors.length > 0) throw errors[0]
}
