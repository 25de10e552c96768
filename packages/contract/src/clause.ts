/** Words of others as they stand within a sentence: one line, without a full stop of their own. */
export const clauseOf = (words: string): string =>
  words
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/\.+$/, '')

/** The same behind a colon; nothing where nothing was said. */
export const clauseBehind = (words: string): string => {
  const clause = clauseOf(words)
  return clause === '' ? '' : `: ${clause}`
}
