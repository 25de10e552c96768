import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quoteIdentifier, quoteLiteral } from '../src/index.ts'
import { escapeCommand, escapeEnvironmentLine } from '../src/systemd/escape.ts'

const printable = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\p{Cc}]/u.test(text))

describe('systemd', () => {
  test('every argument comes back as it was, read by the rules of systemd.service(5)', () => {
    fc.assert(
      fc.property(fc.array(printable, { minLength: 1, maxLength: 6 }), (words) => {
        const command = ['/srv/app', ...words]
        expect(readCommand(escapeCommand(command))).toEqual(command)
      }),
    )
  })

  test('every value comes back as it was, read by the rules of EnvironmentFile=', () => {
    fc.assert(
      fc.property(printable, (value) => {
        expect(readEnvironmentLine(escapeEnvironmentLine('NAME', value))).toEqual(value)
      }),
    )
  })

  test('$ is not expanded, % is no specifier, and a lone ; ends nothing', () => {
    expect(escapeCommand(['/srv/app', '$HOME', '100%', ';', '', 'a b'])).toBe(
      ':/srv/app "$HOME" "100%%" ";" "" "a b"',
    )
    expect(escapeEnvironmentLine('A', 'x$HOME"`\\#; %i ')).toBe('A="x\\$HOME\\"\\`\\\\#; %i "\n')
  })
})

describe('postgresql', () => {
  test('quotes are doubled', () => {
    expect(quoteIdentifier('we"ird;drop')).toBe('"we""ird;drop"')
    expect(quoteLiteral("it's")).toBe("'it''s'")
  })

  test('a backslash means itself whatever standard_conforming_strings says', () => {
    expect(quoteLiteral('a\\b')).toBe(" E'a\\\\b'")
  })

  test('NUL is refused', () => {
    expect(() => quoteIdentifier('a\0b')).toThrow(RangeError)
    expect(() => quoteLiteral('a\0b')).toThrow(RangeError)
  })
})

// As extract_first_word() of systemd reads it: quotes, then backslashes, then specifiers.
const readCommand = (line: string): readonly string[] => {
  expect(line.startsWith(':')).toBe(true)
  return [...line.slice(1).matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/gsu)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replace(/\\(["\\])/g, '$1').replaceAll('%%', '%'),
  )
}

const readEnvironmentLine = (line: string): string | undefined =>
  /^NAME="((?:[^"\\]|\\.)*)"\n$/su.exec(line)?.[1]?.replace(/\\(["\\`$])/g, '$1')
