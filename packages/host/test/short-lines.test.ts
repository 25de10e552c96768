import { expect, test } from 'vitest'
import { cutTo, shortLines } from '../src/linux/journalctl/short-lines.ts'

const linesIn = (chunks: readonly string[], longest: number): Promise<string[]> =>
  Array.fromAsync(shortLines(streamOf(chunks), longest))

async function* streamOf(chunks: readonly string[]): AsyncIterable<Uint8Array> {
  for (const chunk of chunks) yield Buffer.from(chunk)
}

test('lines are put together from pieces, and the last needs no end', async () => {
  expect(await linesIn(['on', 'e\ntwo\n', '', '\nfo', 'ur'], 100)).toEqual(['one', 'two', '', 'four'])
  expect(await linesIn([], 100)).toEqual([])
})

test('a line that is too long is left out, and those around it are told', async () => {
  expect(await linesIn(['a\n', 'b'.repeat(8), 'b'.repeat(8), 'b\nc\n', 'd'.repeat(11)], 10)).toEqual([
    'a',
    'c',
  ])
  expect(await linesIn(['0123456789\n'], 10)).toEqual(['0123456789'])
})

test('a text that is cut says so', () => {
  expect(cutTo('abc', 3)).toBe('abc')
  expect(cutTo('abcdefghijklmnopqrstuvwxyz', 3)).toBe('abc…')
})
