import { styleText } from 'node:util'

/** One of the two standard streams, with what must be known to write on it well. */
export interface Output {
  write(text: string): void
  readonly isTerminal: boolean
  /** False without a terminal, and with NO_COLOR (no-color.org). */
  readonly colors: boolean
  /** Width in characters; undefined without a terminal. */
  readonly columns: number | undefined
}

export type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>

export const printLine = (output: Output, line: string): void => output.write(`${line}\n`)

/** One JSON document, readable. */
export const printDocument = (output: Output, document: unknown): void =>
  printLine(output, JSON.stringify(document, null, 2))

export const paint = (output: Output, style: Style, text: string): string =>
  output.colors ? styleText(style, text, { validateStream: false }) : text
