import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { bundle, output } from '../build.ts'

test('a call has Node load neither undici, nor the streams of the web, nor child processes', async () => {
  await using folder = await makeFolder()
  await using built = await bundle()
  await built.write({ ...output, dir: folder.path })
  const socketPath = join(folder.path, 'agent.sock')
  await using server = createServer((_request, response) => response.end(JSON.stringify(answer)))
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  await writeFile(join(folder.path, 'as-root.js'), asRootOf(socketPath))

  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--require', './as-root.js', 'main.js', 'show', 'shop', '--json'],
    { cwd: folder.path },
  )
  expect(JSON.parse(stdout)).toMatchObject({ name: 'shop', reason: 'Its program runs.' })
  const loaded = JSON.parse(stderr) as string[]
  expect(loaded).toContain('NativeModule http')
  expect(loaded.filter((module) => /undici|webstreams\/readable|child_process/.test(module))).toEqual([])
})

const answer = [{ result: { data: { name: 'shop', reason: { code: 'running' } } } }]

/** Has a program take itself for root's and call this socket in place of the agent's, and tell what Node has loaded. */
const asRootOf = (socketPath: string): string => `
  process.getuid = () => 0
  const { connect } = require('node:net')
  require('node:http').Agent.prototype.createConnection = () => connect(${JSON.stringify(socketPath)})
  process.once('exit', () => process.stderr.write(JSON.stringify(process.moduleLoadList)))`

const makeFolder = async () => {
  const path = await mkdtemp(join(tmpdir(), 'pilot-cli-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) }
}
