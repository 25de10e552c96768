/** Reads `64M`, `1.5G` or plain bytes as systemd does (base 1024); undefined where it is no size. */
export const parseBytes = (text: string): number | undefined => {
  const match = /^(\d+(?:\.\d+)?)([KMGT]?)$/.exec(text)
  if (match === null) return undefined
  const exponent = units.indexOf(match[2] ?? '')
  return Math.round(Number(match[1]) * 1024 ** exponent)
}

/** Bytes with the unit that systemd uses (base 1024), such as `12.3M`. */
export const formatBytes = (bytes: number): string => {
  const exponent = Math.min(4, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  const amount = bytes / 1024 ** exponent
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)}${units[exponent] ?? ''}`
}

const units = ['', 'K', 'M', 'G', 'T']
