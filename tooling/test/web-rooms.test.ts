import { globSync, readFileSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
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

const web = 'apps/web'
const sources = join(web, 'src')

/** Files at the root, by what Next.js calls them, and what they may import. No room may import one of them. */
const rootFiles: Readonly<Record<string, readonly string[]>> = { 'proxy.ts': ['server'] }

it('every room of the web interface stands in the table', () => {
  const folders = globSync('*/', { cwd: join(repository, sources) }).map((path) => path.replace('/', ''))
  expect(folders.sort()).toEqual(Object.keys(rooms).sort())
})

it('no other file stands beside the rooms', () => {
  const files = globSync('*.*', { cwd: join(repository, sources) })
  expect(files.sort()).toEqual(Object.keys(rootFiles).sort())
})

it.each([...Object.entries(rooms), ...Object.entries(rootFiles)])(
  'in the web interface, %s imports only the rooms before it',
  (room, before) => expect(strangersIn(importsWithin(join(sources, room)), room, before)).toEqual([]),
)

it('messages import nothing but each other', () =>
  expect(strangersIn(importsWithin(join(web, 'messages')), 'messages', [])).toEqual([]))

it('no feature of the web interface imports another: what two need stands in shared', () => {
  const featureOf = (path: string): string => relative(join(sources, 'features'), path).split('/')[0] ?? ''
  const crossing = importsWithin(join(sources, 'features'))
    .filter(({ path, target }) => placeOf(target) === 'features' && featureOf(target) !== featureOf(path))
    .map(({ path, target }) => `${path} imports ${target}`)
  expect(crossing).toEqual([])
})

it('an import is told by where it leads, however it is written', () => {
  const feature = 'apps/web/src/features/host/host-page.tsx'
  for (const [path, target] of [
    ['apps/web/src/i18n/a.ts', '../features/host/host-page.tsx'],
    ['apps/web/src/i18n/a.ts', '../../../web/src/features/host/host-page.tsx'],
    ['apps/web/messages/a.ts', '../src/features/host/host-page.tsx'],
  ] as const)
    expect(strangersIn([{ path, target: resolveFrom(path, target) }], placeOf(path), [])).toEqual([
      `${path} imports ${feature}`,
    ])
  const root = {
    path: 'apps/web/src/i18n/a.ts',
    target: resolveFrom('apps/web/src/i18n/a.ts', '../proxy.ts'),
  }
  expect(strangersIn([root], 'i18n', [])).toHaveLength(1)
})

interface Import {
  readonly path: string
  readonly target: string
}

/** Those that lead neither into the same place nor into one before it; i18n says what stands in messages. */
const strangersIn = (imports: readonly Import[], place: string, before: readonly string[]): string[] => {
  const open = [place, ...before, ...(place === 'i18n' ? ['messages'] : [])]
  return imports
    .filter(({ target }) => !open.includes(placeOf(target)))
    .map(({ path, target }) => `${path} imports ${target}`)
}

/** Every import of a file of ours, both as paths of the repository. */
const importsWithin = (place: string): Import[] =>
  globSync([place, `${place}/**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}`], { cwd: repository })
    .filter((path) => extname(path) !== '')
    .flatMap((path) =>
      ts
        .preProcessFile(readFileSync(join(repository, path), 'utf8'))
        .importedFiles.filter(({ fileName }) => /^[./]/.test(fileName))
        // A stylesheet is no code, wherever it is.
        .filter(({ fileName }) => !fileName.endsWith('.css'))
        .map(({ fileName }) => ({ path, target: resolveFrom(path, fileName) })),
    )

const resolveFrom = (path: string, target: string): string =>
  relative(repository, resolve(repository, dirname(path), target))

/** A room, `messages`, a file at the root of the sources, or what is neither. */
const placeOf = (path: string): string => {
  const within = relative(sources, path)
  if (!within.startsWith('..')) return within.split('/')[0] ?? ''
  return relative(web, path).split('/')[0] ?? ''
}
