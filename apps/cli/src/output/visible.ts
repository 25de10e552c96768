/**
 * Text that somebody else made, with every control character (C0, DEL, C1) as `\x1b`: a tenant's program must not
 * steer the terminal of root. Those in `kept` stay.
 */
export const visible = (text: string, kept = ''): string =>
  text.replace(/\p{Cc}/gu, (control) =>
    kept.includes(control) ? control : `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
