import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allParts } from '@pilot/contract'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { messages } from '../messages/index.ts'

const flatten = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) =>
        flatten(inner, path === '' ? key : `${path}.${key}`),
      )

const english = new Map(flatten(messages.en))
const german = new Map(flatten(messages.de))

/** The names of the parameters and tags in a message, those in the branches of plurals and selects too. */
const parametersOf = (message: string): string[] => {
  const found = new Set<string>()
  const readText = (start: number): number => {
    let at = start
    while (at < message.length && message[at] !== '}') {
      if (message[at] === '{') at = readParameter(at + 1)
      else {
        const tag = /^<(\w+)>/.exec(message.slice(at))?.[1]
        if (tag !== undefined) found.add(`<${tag}>`)
        at += 1
      }
    }
    return at
  }
  const readParameter = (start: number): number => {
    const name = /^[^,}]*/.exec(message.slice(start))?.[0] ?? ''
    found.add(name.trim())
    let at = start + name.length
    while (at < message.length && message[at] !== '}')
      at = message[at] === '{' ? readText(at + 1) + 1 : at + 1
    return at + 1
  }
  readText(0)
  return [...found].sort()
}

it('each step of a tenant has a name, and nothing else has', () => {
  expect(Object.keys(messages.en.steps)).toEqual(allParts)
  expect(Object.keys(messages.de.steps)).toEqual(allParts)
})

it('both languages say the same things', () => {
  expect([...german.keys()].filter((key) => !english.has(key))).toEqual([])
  expect([...english.keys()].filter((key) => !german.has(key))).toEqual([])
})

it('both languages say them of the same parameters', () => {
  const different = [...english].filter(
    ([key, text]) => parametersOf(text).join() !== parametersOf(german.get(key) ?? '').join(),
  )
  expect(different.map(([key]) => key)).toEqual([])
})

it('no message is empty', () =>
  expect([...english, ...german].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]))

it('no word of the interface stands outside the message files', () => {
  const root = join(import.meta.dirname, '../src')
  const found = globSync('**/*.tsx', { cwd: root }).flatMap((path) =>
    wordsIn(path, readFileSync(join(root, path), 'utf8')),
  )
  expect(found).toEqual([])
})

const wordsIn = (path: string, text: string): string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const word = wordOf(node)
    // A single letter or sign is a mark, not a word.
    if (word !== undefined && /\p{L}{2}/u.test(word)) found.push(`${path}: ${word.trim()}`)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

const wordOf = (node: ts.Node): string | undefined => {
  if (ts.isJsxText(node)) return node.text
  if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
    return ts.isStringLiteral(node.expression) ? node.expression.text : undefined
  if (
    ts.isJsxAttribute(node) &&
    told.has(node.name.getText()) &&
    node.initializer &&
    ts.isStringLiteral(node.initializer)
  )
    return node.initializer.text
  return undefined
}

const told = new Set([
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'label',
  'hint',
  'description',
])
