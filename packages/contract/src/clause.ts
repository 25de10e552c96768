/** Words of others as they stand within a sentence: on one line, without a full stop of their own. */
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

/** What somebody typed, as a sentence repeats it: so much of it that it is known again. */
export const excerptOf = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest)}...` : text

const longest = 100
