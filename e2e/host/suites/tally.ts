/** What one runner proved. */
export interface Tally {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** The claims that did not hold, by title. */
  readonly failures: readonly string[]
}

/** A runner that ended without telling what it proved. */
export const noReport = (name: string, runner: string): Tally => ({
  passed: 0,
  failed: 1,
  skipped: 0,
  failures: [`${name}: ${runner} gave no report`],
})

/** Prints what failed and, as the last line, the sum. Gives the exit code. */
export const tellAll = (tallies: readonly Tally[]): number => {
  const sum = (count: (tally: Tally) => number): number =>
    tallies.reduce((total, tally) => total + count(tally), 0)
  const failed = sum((tally) => tally.failed)
  for (const failure of tallies.flatMap((tally) => tally.failures)) console.log(`failed: ${failure}`)
  console.log(
    `${sum((tally) => tally.passed)} passed, ${failed} failed, ${sum((tally) => tally.skipped)} skipped`,
  )
  return failed === 0 ? 0 : 1
}
