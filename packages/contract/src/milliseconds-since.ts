/** How long ago `started` of `performance.now()` is, to the microsecond; what stands behind that is noise. */
export const millisecondsSince = (started: number): number =>
  Math.round((performance.now() - started) * 1000) / 1000
