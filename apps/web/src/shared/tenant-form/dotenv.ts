export interface Variable {
  readonly name: string
  readonly value: string
}

/**
 * The variables of a pasted .env file: `NAME=value` by line, `export` and comments allowed, quotes taken off. In
 * double quotes `\"` and `\\` are read; nothing is expanded. Lines without `=` are left out.
 */
export const parseDotenv = (text: string): Variable[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const match = /^\s*(?:export\s+)?([^=\s#][^=]*?)\s*=\s*(.*?)\s*$/.exec(line)
    return match === null ? [] : [{ name: match[1] ?? '', value: readValue(match[2] ?? '') }]
  })

/** True for text that is worth reading as a .env file: more than one value of a field. */
export const looksLikeDotenv = (text: string): boolean => /[=\n]/.test(text.trim())

const readValue = (text: string): string => {
  const double = /^"((?:[^"\\]|\\.)*)"\s*(?:#.*)?$/.exec(text)?.[1]
  if (double !== undefined) return double.replace(/\\(["\\])/g, '$1')
  const single = /^'([^']*)'\s*(?:#.*)?$/.exec(text)?.[1]
  return single ?? text.replace(/\s+#.*$/, '')
}
