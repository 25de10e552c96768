/** `"name"` with inner double quotes doubled (PostgreSQL manual, 4.1.1 Identifiers). Throws on NUL. */
export const quoteIdentifier = (name: string): string => `"${refuseNul(name).replaceAll('"', '""')}"`

/**
 * `'text'` with inner quotes doubled. A backslash makes it an E'' string, in which it is doubled, so that the
 * result does not depend on `standard_conforming_strings` (4.1.2.2). Throws on NUL.
 */
export const quoteLiteral = (text: string): string => {
  const quoted = `'${refuseNul(text).replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
  return text.includes('\\') ? ` E${quoted}` : quoted
}

const refuseNul = (text: string): string => {
  if (text.includes('\0')) throw new RangeError('PostgreSQL text holds no NUL')
  return text
}
