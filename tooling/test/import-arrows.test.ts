import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { repository, workspaces, type Workspace } from './support/workspaces.ts'

interface Arrows {
  /** What its sources may import of the other workspaces, by entry. */
  readonly sources: readonly string[]
  /** What its tests may import besides. */
  readonly tests?: readonly string[]
  /** The only packages from outside that it may depend on; any, where this is left out. */
  readonly outside?: readonly string[]
}

/** Who may import whom. This table is the architecture: a new arrow is a decision, not a convenience. */
const arrows: Readonly<Record<string, Arrows>> = {
  '@pilot/contract': { sources: [], outside: ['zod'] },
  '@pilot/render': { sources: ['@pilot/contract'], outside: [] },
  '@pilot/host': { sources: ['@pilot/contract'] },
  '@pilot/provision': {
    sources: ['@pilot/contract', '@pilot/render', '@pilot/host/ports'],
    tests: ['@pilot/host/fake'],
    outside: [],
  },
  '@pilot/api': { sources: ['@pilot/contract'] },
  '@pilot/activation': { sources: [], outside: [] },
  '@pilot/agent': {
    sources: [
      '@pilot/contract',
      '@pilot/render',
      '@pilot/render/paths',
      '@pilot/provision',
      '@pilot/host/ports',
      '@pilot/host/linux',
      '@pilot/host/meter',
      '@pilot/api/router',
      '@pilot/api/service',
    ],
    tests: ['@pilot/host/fake', '@pilot/api/client'],
  },
  '@pilot/cli': { sources: ['@pilot/contract', '@pilot/api/client'] },
  '@pilot/compare': { sources: ['@pilot/contract', '@pilot/render', '@pilot/api/client'] },
  '@pilot/web': { sources: ['@pilot/contract', '@pilot/api/client', '@pilot/api/client/browser'] },
  '@pilot/user-rest-api': { sources: ['@pilot/activation'] },
  '@pilot/packaging': { sources: ['@pilot/render', '@pilot/render/call-filter'] },
  '@pilot/e2e': { sources: ['@pilot/contract'] },
  '@pilot/tooling': { sources: [] },
}

/** What any package may use to build and test itself. */
const tools = ['@pilot/tooling', '@types/', 'vitest', 'typescript', 'fast-check']

describe.each(workspaces)('$manifest.name', (workspace) => {
  const allowed = arrows[workspace.manifest.name]

  it('stands in the table of arrows', () => expect(allowed).toBeDefined())

  it('depends only on the workspaces that its arrows name', () => {
    const targets = [...(allowed?.sources ?? []), ...(allowed?.tests ?? [])].map(packageOf)
    const others = dependencies(workspace).filter((name) => name.startsWith('@pilot/') && !isTool(name))
    expect(others.filter((name) => !targets.includes(name))).toEqual([])
  })

  it('depends on nothing from outside that its arrows do not name', () => {
    const outside = allowed?.outside
    const others = Object.keys(workspace.manifest.dependencies ?? {}).filter(
      (name) => !name.startsWith('@pilot/'),
    )
    expect(others.filter((name) => outside && !outside.includes(name))).toEqual([])
  })

  it('imports only along its arrows, and no file of a neighbour by its path', () => {
    const faults = sourceFiles(workspace).flatMap(({ path, test }) => {
      const open = [
        ...(allowed?.sources ?? []),
        ...(test ? (allowed?.tests ?? []) : []),
        workspace.manifest.name,
      ]
      return importsOf(path)
        .filter((target) =>
          target.startsWith('.') ? leaves(workspace, path, target) : !isOpen(target, open),
        )
        .map((target) => `${path} imports ${target}`)
    })
    expect(faults).toEqual([])
  })
})

it('what is made for tests is imported by tests alone', () => {
  const faults = workspaces.flatMap((workspace) =>
    sourceFiles(workspace)
      .filter(({ test }) => !test)
      .flatMap(({ path }) =>
        importsOf(path)
          .filter((target) => target.startsWith('.') && isForTests(workspace, join(dirname(path), target)))
          .map((target) => `${path} imports ${target}`),
      ),
  )
  expect(faults).toEqual([])
})

it('only main.ts of the agent, and its sampler, know that the host is Linux', () => {
  const knowing = (entry: string): string[] =>
    workspaces
      .flatMap(sourceFiles)
      .filter(({ path, test }) => !test && importsOf(path).includes(entry))
      .map(({ path }) => path)
  expect(knowing('@pilot/host/linux')).toEqual(['apps/agent/src/main.ts'])
  expect(knowing('@pilot/host/meter')).toEqual(['apps/agent/src/sample.ts'])
})

const isOpen = (target: string, open: readonly string[]): boolean =>
  !target.startsWith('@pilot/') || open.some((entry) => target === entry || isTool(target))

const isTool = (name: string): boolean =>
  tools.some((tool) => (tool.endsWith('/') ? name.startsWith(tool) : name === tool))

const packageOf = (entry: string): string => entry.split('/').slice(0, 2).join('/')

const dependencies = ({ manifest }: Workspace): string[] => [
  ...Object.keys(manifest.dependencies ?? {}),
  ...Object.keys(manifest.devDependencies ?? {}),
]

const sourceFiles = (workspace: Workspace): { path: string; test: boolean }[] =>
  globSync('**/*.{ts,tsx,mts,cts,js,mjs,cjs}', {
    cwd: join(repository, workspace.directory),
    exclude: ['**/node_modules/**', '**/dist/**', '**/.next/**'],
  })
    .map((path) => join(workspace.directory, path))
    .map((path) => ({ path, test: isForTests(workspace, path) }))

const isForTests = ({ directory }: Workspace, path: string): boolean =>
  /^(test|test-linux|simulated)\/|^src\/contract-tests\//.test(relative(directory, path))

const importsOf = (path: string): string[] =>
  ts
    .preProcessFile(readFileSync(join(repository, path), 'utf8'))
    .importedFiles.map(({ fileName }) => fileName)
    .filter((target) => !builtinModules.includes(target.replace(/^node:/, '')))

const leaves = ({ directory }: Workspace, path: string, target: string): boolean =>
  relative(directory, join(dirname(path), target)).startsWith('..')
