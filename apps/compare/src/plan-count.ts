interface Wish {
  readonly asked: number
  /** MemAvailable, bytes. */
  readonly available: number
  /** What one of them needs at most, bytes. */
  readonly each: number
}

interface Plan {
  readonly count: number
  /** One sentence where it is fewer than asked for. */
  readonly reason: string | null
}

/** How many are made: as many as asked for, but of the memory that is available half is left to the rest. */
export const planCount = ({ asked, available, each }: Wish): Plan => {
  const fitting = Math.floor(available / 2 / each)
  if (fitting >= asked) return { count: asked, reason: null }
  const have = `of the ${mebibytes(available)} MiB available half may be used, and each may need ${mebibytes(each)} MiB`
  return fitting < 1
    ? { count: 0, reason: `There is not enough memory: ${have}.` }
    : { count: fitting, reason: `Memory allows ${fitting} instead of ${asked}: ${have}.` }
}

const mebibytes = (bytes: number): string => {
  const amount = bytes / 1024 ** 2
  return amount < 10 ? amount.toFixed(1) : String(Math.round(amount))
}
