import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { messages } from '../messages/index.ts'
import { pages } from '../src/shell/pages.ts'

const root = join(import.meta.dirname, '../src/app/(console)')
const files = globSync('**/page.tsx', { cwd: root })
const folders = files.map((path) => dirname(join('/', path)))

it('each page of the rail is there', () => {
  expect(pages.map(({ href }) => href).filter((href) => !folders.includes(href))).toEqual([])
})

it('each page stands in the rail, but those below one and that of the account menu', () => {
  const highest = folders.filter((path) => path.split('/').length === 2)
  expect(highest.toSorted()).toEqual([...pages.map(({ href }) => href), '/account'].toSorted())
})

it.each(files)('%s says what stands in the tab of the browser', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).toMatch(/^export const (generateMetadata|metadata)\b/m)
})

it.each(pages)('docs/web.md tells of the page $id', ({ id }) => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/web.md'), 'utf8')
  expect(page).toContain(`**${messages.en.shell[id]}**`)
})
