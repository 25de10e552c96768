/**
 * The words of a command line as a shell cuts them (POSIX, Shell Command Language, 2.2 Quoting), without expanding
 * anything; null where a quote is open, or a backslash stands at the end.
 */
export const splitCommandLine = (line: string): string[] | null => {
  const words: string[] = []
  // undefined between words: an empty pair of quotes is a word too.
  let word: string | undefined
  const token = /([ \t\r\n]+)|\\\n|\\([^])|'([^']*)'|"((?:[^"\\]|\\[^])*)"|([^ \t\r\n\\'"]+)/y
  while (token.lastIndex < line.length) {
    const found = token.exec(line)
    if (found === null) return null
    const [, blank, escaped, single, double, plain] = found
    if (blank === undefined) word = (word ?? '') + (escaped ?? single ?? plain ?? unescape(double ?? ''))
    else {
      if (word !== undefined) words.push(word)
      word = undefined
    }
  }
  return word === undefined ? words : [...words, word]
}

/** The command line that is cut into these words again. */
export const joinCommandLine = (words: readonly string[]): string => words.map(quote).join(' ')

/** In double quotes a backslash counts only before these. */
const unescape = (text: string): string =>
  text.replace(/\\([$`"\\\n])/g, (_, character: string) => (character === '\n' ? '' : character))

const quote = (word: string): string =>
  /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
