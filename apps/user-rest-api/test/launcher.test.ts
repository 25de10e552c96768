import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Script } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle } from '../build.ts'

const directory = mkdtempSync(join(tmpdir(), 'launcher-'))
const cache = join(directory, 'app.cache')
const makeCache = () => promisify(execFile)(process.execPath, [join(directory, 'make-cache.cjs')])

beforeAll(async () => {
  await bundle(directory)
})
afterAll(() => rmSync(directory, { recursive: true }))

/** Starts the launcher on a port that is taken, so that it reports and ends by itself. */
const run = async (): Promise<string> => {
  const started = await promisify(execFile)(process.execPath, [join(directory, 'user-rest-api')], {
    env: { PORT: '70000' },
  }).catch((error: unknown) => error as { stderr: string })
  return started.stderr
}

test('the program starts without a cache', async () => {
  expect(await run()).toContain('user-rest-api cannot listen')
})

test('V8 takes the cache that make-cache.cjs wrote, and the program starts with it', async () => {
  await makeCache()
  const source = readFileSync(join(directory, 'app.cjs'), 'latin1')
  const written = readFileSync(cache)
  expect(written.toString('latin1', 0, 16)).toBe(source.slice(-16))
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${source}\n})`
  expect(new Script(wrapped, { cachedData: written.subarray(16) }).cachedDataRejected).toBe(false)
  expect(await run()).toContain('user-rest-api cannot listen')
})

test.each([
  ['of another build', (bytes: Buffer) => Buffer.concat([Buffer.from('0'.repeat(16)), bytes.subarray(16)])],
  ['cut short', (bytes: Buffer) => bytes.subarray(0, 1000)],
  ['empty', () => Buffer.alloc(0)],
])('a cache %s does no harm', async (_title, spoil) => {
  await makeCache()
  writeFileSync(cache, spoil(readFileSync(cache)))
  expect(await run()).toContain('user-rest-api cannot listen')
})
