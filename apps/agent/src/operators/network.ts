import { isIPv4, isIPv6 } from 'node:net'

/**
 * What counts as one place: an IPv4 address, or the /64 of an IPv6 address, which is the least that one customer gets
 * (RFC 6177). All of 127.0.0.0/8 is one, as every program on the machine may come from any of it. Anything else is
 * taken as it is.
 */
export const networkOf = (address: string | null): string => {
  if (address === null) return 'unknown'
  const plain = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address
  if (isIPv4(plain)) return plain.startsWith('127.') ? '127.0.0.0/8' : plain
  if (!isIPv6(address)) return address
  return `${expand(address).slice(0, 4).join(':')}::/64`
}

/** The eight groups; a zone (`%eth0`) is left out. */
const expand = (address: string): string[] => {
  const [head = '', tail] = address.replace(/%.*$/, '').toLowerCase().split('::')
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  return [...before, ...(tail === undefined ? [] : zeros), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  )
}

const groupsOf = (text: string): string[] => text.split(':').filter((group) => group !== '')
