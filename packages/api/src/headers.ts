/** The header in which a caller on the root socket tells whom it acts for. Only the audit reads it. */
export const actorHeader = 'x-pilot-actor'

/** The header in which the bridge passes on where the browser is. Only audit and rate limits read it. */
export const addressHeader = 'x-pilot-address'

/** `sha256=` and the HMAC-SHA256 of the body in hexadecimal digits, by which a signed call proves itself. */
export const signatureHeader = 'x-pilot-signature'
