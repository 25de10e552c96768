/** Bytes with the unit that systemd uses (base 1024), such as `12.3M`. */
export const formatBytes = (bytes: number): string => {
  const exponent = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const amount = bytes / 1024 ** exponent
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)}${units[exponent] ?? ''}`
}

const units = ['', 'K', 'M', 'G', 'T']

/** How long something took, such as `23 ms` or `1.4 s`. */
export const formatDuration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
