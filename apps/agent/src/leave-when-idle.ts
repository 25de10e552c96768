export interface Idleness {
  /** Something began or ended: the time begins anew. */
  touch(): void
}

/**
 * Calls `leave` once nothing was going on for `after` milliseconds. Asked at that very moment, so that a
 * connection that was accepted is never left; one that was not stays in systemd's socket and starts us again.
 */
export const leaveWhenIdle = (after: number, isBusy: () => boolean, leave: () => void): Idleness => {
  const onTime = (): void => {
    if (isBusy()) timer.refresh()
    else leave()
  }
  const timer = setTimeout(onTime, after)
  return { touch: () => timer.refresh() }
}
