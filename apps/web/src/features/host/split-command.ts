/** A sentence with the command that it tells. */
export interface SplitSentence {
  readonly before: string
  /** What can be typed in a terminal; null where it tells none. */
  readonly command: string | null
  readonly after: string
}

/** Finds the command in a remedy, which stands in quotation marks or, at the end, after a colon. */
export const splitCommand = (sentence: string): SplitSentence => {
  const quoted = /^(?<before>[^"]*)"(?<command>[^"]+)"(?<after>[^"]*)$/.exec(sentence)
  const found = quoted ?? /^(?<before>[^:]*:) (?<command>[^:].*)$/s.exec(sentence)
  if (found?.groups === undefined) return { before: sentence, command: null, after: '' }
  const { before = '', command = '', after = '' } = found.groups
  return { before: before.trim(), command, after: after.trim() }
}
