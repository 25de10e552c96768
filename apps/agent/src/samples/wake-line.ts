/** What a program says of how it began: packages/activation/src/tell-wake.ts writes it. */
export interface WakeLine {
  /** Microseconds since 1970, at which the program's runtime began. */
  readonly begun: number
  /** Microseconds from then until it took connections. */
  readonly ready: number
  /** Microseconds from then until the first byte of its first answer; null where no visitor had woken it. */
  readonly answered: number | null
}

/** The whole line, and nothing that could be an app's own. */
export const wakeLine =
  /^pilot: awake since (\d{13})\.(\d), ready after (\d{1,6}\.\d) ms(?:, answered after (\d{1,6}\.\d) ms)?$/

/** undefined for any other line, and for one that says what cannot be. */
export const parseWakeLine = (message: string): WakeLine | undefined => {
  const [, begun, tenth, ready, answered] = wakeLine.exec(message) ?? []
  if (begun === undefined) return undefined
  const found = {
    begun: Number(begun) * 1000 + Number(tenth) * 100,
    ready: microseconds(ready),
    answered: answered === undefined ? null : microseconds(answered),
  }
  return found.answered !== null && found.answered < found.ready ? undefined : found
}

const microseconds = (milliseconds: string | undefined): number => Math.round(Number(milliseconds) * 1000)
