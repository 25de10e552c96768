import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from './support/workspaces.ts'

const pages = ['README.md', ...globSync('docs/*.md', { cwd: repository })]

const sources = new Set(
  globSync('{apps,packages,packaging,e2e,tooling}/**/*.{ts,tsx}', {
    cwd: repository,
    exclude: ['**/node_modules/**', '**/dist/**'],
  }).map((path) => basename(path)),
)

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(repository, page), 'utf8')

  it('names no file of the repository that is not there', () => {
    const named = [...text.matchAll(/`((?:apps|packages|packaging|e2e|tooling|docs)\/[^`\s]*)`/g)]
    expect(named.flatMap(([, path = '']) => missing(path))).toEqual([])
  })

  it('names no source by its name alone that is nowhere', () => {
    const named = [...text.matchAll(/`([\w.-]+\.tsx?)`/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !sources.has(name))).toEqual([])
  })

  it('links to nothing that is not there', () => {
    const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    )
    expect(linked.flatMap(missing)).toEqual([])
  })
})

/** `<name>` stands for any name. */
const missing = (path: string): string[] => {
  const pattern = path.replaceAll(/<[^>]+>/g, '*')
  return existsSync(join(repository, pattern)) || globSync(pattern, { cwd: repository }).length > 0
    ? []
    : [path]
}
