import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { repository } from './support/workspaces.ts'

/** Who may import whom within apps/web/src: each room only from those before it. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  /** What the browser does: calls of the agent, the live changes, hooks. */
  client: ['i18n'],
  components: ['client', 'i18n'],
  /** What several features need, by topic. */
  shared: ['components', 'client', 'i18n'],
  features: ['shared', 'components', 'client', 'i18n'],
  /** What stands around every page. */
  shell: ['shared', 'components', 'client', 'i18n'],
  server: ['client'],
  app: ['features', 'shell', 'shared', 'components', 'client', 'i18n', 'server'],
}

const sources = 'apps/web/src'

it('every room of the web interface stands in the table', () => {
  const folders = globSync('*/', { cwd: join(repository, sources) }).map((path) => path.replace('/', ''))
  expect(folders.sort()).toEqual(Object.keys(rooms).sort())
})

it.each(Object.entries(rooms))(
  'in the web interface, %s imports only the rooms before it',
  (room, before) => {
    const strangers = importsWithin(room)
      .filter(({ target }) => target.includes('/') && ![room, ...before].includes(roomOf(target)))
      .map(({ path, target }) => `${path} imports ${target}`)
    expect(strangers).toEqual([])
  },
)

it('no feature of the web interface imports another: what two need stands in shared', () => {
  const featureOf = (path: string): string => path.split('/')[1] ?? ''
  const crossing = importsWithin('features')
    .filter(({ path, target }) => roomOf(target) === 'features' && featureOf(target) !== featureOf(path))
    .map(({ path, target }) => `${path} imports ${target}`)
  expect(crossing).toEqual([])
})

/** Every import of a file of ours, both as paths below the sources. */
const importsWithin = (room: string): { path: string; target: string }[] =>
  globSync(`${room}/**/*.{ts,tsx}`, { cwd: join(repository, sources) }).flatMap((path) =>
    ts
      .preProcessFile(readFileSync(join(repository, sources, path), 'utf8'))
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => ({ path, target: join(dirname(path), fileName) }))
      .filter(({ target }) => !target.startsWith('../')),
  )

const roomOf = (path: string): string => path.split('/')[0] ?? ''
