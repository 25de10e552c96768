import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinCommandLine, readSetting, settings, splitCommandLine, writeSetting } from '../src/index.ts'

describe('a command line', () => {
  test.each<[string, string[] | null]>([
    [`/bin/app "a b" c\\ d '$HOME' *`, ['/bin/app', 'a b', 'c d', '$HOME', '*']],
    [`a "" ''`, ['a', '', '']],
    [`"\\$ \\\\ \\" \\a" '\\'`, ['$ \\ " \\a', '\\']],
    [`one\\\ntwo "thr\\\nee"`, ['onetwo', 'three']],
    [`--name='it'"'"'s'`, ["--name=it's"]],
    [' \r\n', []],
    ['a "b', null],
    ["a 'b", null],
    ['a \\', null],
  ])('%j is cut as a shell would, and nothing is expanded', (line, words) =>
    expect(splitCommandLine(line)).toEqual(words),
  )

  test('is cut into the words that it was made of', () => {
    const word = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', "'", '\\', ' ', '\t', '\n', '$', '`', '#', 'a', 'é') }),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(splitCommandLine(joinCommandLine(words))).toEqual(words)
      }),
      { numRuns: 2000 },
    )
  })

  test('that a form shows and nobody touched is no change', () => {
    const value = ['/bin/app', "\\'", '"\\"', '']
    expect(readSetting(settings.command, writeSetting(settings.command, value))).toEqual({ value })
  })
})
