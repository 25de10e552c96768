import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * True where `header` is `sha256=` and the HMAC-SHA256 of the body (RFC 2104) in hexadecimal digits, as GitHub and
 * Forgejo sign what they deliver. Without a secret nothing fits, and it takes as long to say so.
 */
export const fits = (header: unknown, body: Uint8Array, secret: string | undefined): boolean => {
  const key = secret === undefined || secret === '' ? undefined : secret
  const wanted = createHmac('sha256', key ?? randomBytes(32))
    .update(body)
    .digest()
  const digits = /^sha256=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header : '')?.[1]
  const given = Buffer.from(digits ?? '00'.repeat(32), 'hex')
  return timingSafeEqual(given, wanted) && digits !== undefined && key !== undefined
}
