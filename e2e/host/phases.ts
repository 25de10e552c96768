/** Tells what is done, how far it is, and how long each part took: `[3/6] boot the host ... 3.1 s`. */
export const phases = (total: number) => {
  let number = 0
  return async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    number += 1
    const started = performance.now()
    process.stderr.write(`[${number}/${total}] ${title} ...`)
    try {
      const result = await work()
      process.stderr.write(` ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
      return result
    } catch (error) {
      process.stderr.write(' failed\n')
      throw error
    }
  }
}
