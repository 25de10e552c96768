import { expect, test } from 'vitest'
import { visible } from '../src/index.ts'

test.each([
  ['a\u001b[31mred\u0007\u009b', String.raw`a\x1b[31mred\x07\x9b`],
  ['evil\u202etxt.exe\u2066', String.raw`evil\u202etxt.exe\u2066`],
  ['zero\u200bwidth\ufeff\u2028', String.raw`zero\u200bwidth\ufeff\u2028`],
  ['\u{e0041}', String.raw`\u{e0041}`],
  ['plain äöü 🙂', 'plain äöü 🙂'],
])('%j is shown as %s', (text, shown) => expect(visible(text)).toBe(shown))

test('what is kept stays', () => expect(visible('a\tb\nc\u0007', '\t\n')).toBe('a\tb\nc\\x07'))
