/** One token of a statement: a word in upper case, a quoted identifier, a string, a number or a mark. */
export interface Token {
  readonly kind: 'word' | 'identifier' | 'string' | 'mark'
  readonly text: string
}

/** Splits one SQL statement (PostgreSQL manual, 4.1 Lexical Structure). */
export const tokenize = (statement: string): readonly Token[] => {
  const tokens: Token[] = []
  const pattern = /\s+|--[^\n]*|"((?:[^"]|"")*)"|'((?:[^']|'')*)'|([A-Za-z_0-9-]+)|([=,();])/gy
  while (pattern.lastIndex < statement.length) {
    const at = pattern.lastIndex
    const match = pattern.exec(statement)
    if (match === null) throw syntaxError(statement.slice(at))
    const [, identifier, string, word, mark] = match
    if (identifier !== undefined) tokens.push({ kind: 'identifier', text: identifier.replaceAll('""', '"') })
    else if (string !== undefined) tokens.push({ kind: 'string', text: string.replaceAll("''", "'") })
    else if (word !== undefined) tokens.push({ kind: 'word', text: word })
    else if (mark !== undefined && mark !== ';') tokens.push({ kind: 'mark', text: mark })
  }
  return tokens
}

/** Reads tokens from left to right. */
export class Reader {
  readonly #tokens: readonly Token[]
  #next = 0

  constructor(statement: string) {
    this.#tokens = tokenize(statement)
  }

  get done(): boolean {
    return this.#next >= this.#tokens.length
  }

  /** Takes these words if they come next. */
  accept(...words: readonly string[]): boolean {
    const found = words.every((word, index) => {
      const token = this.#tokens[this.#next + index]
      return token !== undefined && token.kind !== 'identifier' && token.text.toUpperCase() === word
    })
    if (found) this.#next += words.length
    return found
  }

  expect(...words: readonly string[]): void {
    if (!this.accept(...words)) throw this.unexpected()
  }

  /** A role's or database's name: quoted, or a bare word in lower case. */
  name(): string {
    const token = this.#take()
    if (token.kind === 'identifier') return token.text
    if (token.kind === 'word') return token.text.toLowerCase()
    throw this.unexpected()
  }

  names(): string[] {
    const names = [this.name()]
    while (this.accept(',')) names.push(this.name())
    return names
  }

  text(): string {
    return this.#take().text
  }

  unexpected(): Error {
    return syntaxError(this.#tokens[this.#next]?.text ?? 'end of input')
  }

  #take(): Token {
    const token = this.#tokens[this.#next++]
    if (token === undefined) throw syntaxError('end of input')
    return token
  }
}

/** An error as `pg` throws it: with SQLSTATE in `code`. */
export const databaseError = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code })

const syntaxError = (near: string): Error => databaseError('42601', `syntax error at or near "${near}"`)
