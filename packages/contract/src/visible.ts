/**
 * Text that somebody else made, with every character that steers a terminal, or turns or hides text, as `\x1b` or
 * `\u202e`: control characters (C0, DEL, C1), format characters such as those of direction, and separators of lines.
 * Those in `kept` stay.
 */
export const visible = (text: string, kept = ''): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
    kept.includes(character) ? character : escape(character.codePointAt(0) ?? 0),
  )

const escape = (code: number): string => {
  const digits = code.toString(16)
  if (code < 0x100) return `\\x${digits.padStart(2, '0')}`
  return code < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
