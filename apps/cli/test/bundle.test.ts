import { dirname, join, relative } from 'node:path'
import type { OutputChunk } from 'rolldown'
import { beforeAll, expect, test } from 'vitest'
import { bundle, output } from '../build.ts'

// What a command loads is most of the time that it takes. An import that drags more in fails here, with its name.

let chunks: ReadonlyMap<string, OutputChunk>

beforeAll(async () => {
  await using built = await bundle()
  const { output: files } = await built.generate({ ...output, dir: 'dist' })
  chunks = new Map(files.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
})

const repository = join(import.meta.dirname, '../../..')
const client = 'packages/api/src/client/index.ts'

/** Each file that runs before a command has been given to the agent, or was answered without it. */
const filesOf = (...entries: readonly string[]): readonly string[] => {
  const loaded = new Set<OutputChunk>()
  const load = (chunk: OutputChunk | undefined): void => {
    if (chunk === undefined || loaded.has(chunk)) return
    loaded.add(chunk)
    for (const name of chunk.imports) load(chunks.get(name))
  }
  for (const entry of ['apps/cli/src/main.ts', ...entries]) {
    const path = join(repository, entry)
    const chunk = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId === path)
    expect(chunk, `${entry} is a piece of its own`).toBeDefined()
    load(chunk)
  }
  return [...loaded].flatMap(({ modules }) => Object.keys(modules)).map((id) => relative(repository, id))
}

const packagesOf = (...entries: readonly string[]): readonly string[] => {
  const names = filesOf(...entries).map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
  return [...new Set(names)].filter((name) => name !== undefined).sort()
}

test('the version is told without a schema, a client or a table', () => {
  const files = filesOf('apps/cli/src/commands/version.ts')
  expect(packagesOf('apps/cli/src/commands/version.ts')).toEqual(['commander'])
  const folders = new Set(files.filter((file) => file.startsWith('packages/')).map((file) => dirname(file)))
  expect([...folders].sort()).toEqual([
    'packages/contract/src',
    'packages/contract/src/english',
    'packages/contract/src/settings',
  ])
})

test.each(['show', 'list', 'wake', 'sleep', 'suspend', 'resume', 'delete-tenant'])(
  '%s asks the agent without zod',
  (command) => {
    expect(packagesOf(`apps/cli/src/commands/${command}.ts`, client)).toEqual([
      '@trpc/client',
      '@trpc/server',
      'commander',
    ])
  },
)

test.each(['create-tenant', 'set'])('%s loads zod for the settings, and no reader of lists', (command) => {
  expect(packagesOf(`apps/cli/src/commands/${command}.ts`, client)).toEqual([
    '@trpc/client',
    '@trpc/server',
    'commander',
    'zod',
  ])
})
