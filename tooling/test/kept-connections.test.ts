import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repository } from './support/workspaces.ts'

// Neither may import the other: one is Caddy's configuration, one runs inside tenants' programs.
it('a program keeps its connections several times as long as Caddy', () => {
  const caddy = millisecondsIn('packages/render/src/caddy/keep-alive.ts', /idle_timeout: '(\d+)ms'/)
  const program = millisecondsIn('packages/activation/src/kept-connections.ts', /keptFor = (\d+)/)
  expect(program / caddy).toBeGreaterThan(4)
})

const millisecondsIn = (file: string, pattern: RegExp): number =>
  Number(pattern.exec(readFileSync(join(repository, file), 'utf8'))?.[1])
