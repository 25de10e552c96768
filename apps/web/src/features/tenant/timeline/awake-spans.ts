import type { TenantStatus, Wake } from '@pilot/contract'

/** A stretch of time in which a tenant's program ran; milliseconds since 1970. */
export interface AwakeSpan {
  readonly from: number
  readonly to: number
  /** When it really began, which may be before the window; null where only its present run is known. */
  readonly wake: Wake | null
  /** It still runs. */
  readonly open: boolean
}

interface Window {
  readonly from: number
  readonly to: number
}

/**
 * When the tenant was awake within the window, oldest first and without overlap. The journal may not hold the
 * beginning of a run that is older than the wakes, nor the end of one that a crash of the machine took: for those
 * the present state and the next wake say what they can.
 */
export const awakeSpans = (
  wakes: readonly Wake[],
  { state, since }: Pick<TenantStatus, 'state' | 'since'>,
  window: Window,
): AwakeSpan[] => {
  const runs = [...wakes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const runsNow = state === 'awake' || state === 'waking'
  const spans = runs.map((wake, index): AwakeSpan => {
    const next = runs[index + 1]
    const open = wake.endedAt === null && next === undefined && runsNow
    return { from: Date.parse(wake.at), to: endOf(wake, next, open, since, window), wake, open }
  })
  if (runsNow && since !== null && spans.at(-1)?.open !== true)
    spans.push({ from: Date.parse(since), to: window.to, wake: null, open: true })
  return spans
    .map((span) => ({
      ...span,
      from: Math.max(span.from, window.from),
      to: Math.min(Math.max(span.to, span.from), window.to),
    }))
    .filter(({ from, to }) => to >= window.from && from <= window.to && to >= from)
}

/** Milliseconds awake, all spans together. */
export const timeAwake = (spans: readonly AwakeSpan[]): number =>
  spans.reduce((sum, { from, to }) => sum + to - from, 0)

const endOf = (
  wake: Wake,
  next: Wake | undefined,
  open: boolean,
  since: string | null,
  window: Window,
): number => {
  if (wake.endedAt !== null) return Date.parse(wake.endedAt)
  if (open) return window.to
  if (next !== undefined) return Date.parse(next.at)
  return since === null ? Date.parse(wake.at) : Date.parse(since)
}
