import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { namesFilesAlone } from '../src/linux/account-entries.ts'
import { readFileOnce } from '../src/linux/read-file-once.ts'

test.each([
  ['passwd: files', true],
  ['passwd:\tfiles   # and no other', true],
  ['passwd: files systemd', false],
  ['passwd: files [NOTFOUND=continue] sss', false],
  ['passwd: compat', false],
  ['#passwd: files', false],
  ['', false],
])('other sources are asked unless nsswitch.conf names the file alone: %j', (text, alone) => {
  expect(namesFilesAlone(`group: files systemd\n${text}\nshadow: files\n`).has('passwd')).toBe(alone)
})

test('a file is parsed again when it was appended to, replaced or removed, and not before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilot-once-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'passwd')
  let parsed = 0
  const read = readFileOnce(path, (text) => {
    parsed += 1
    return text
  })
  expect(await read()).toBeUndefined()
  writeFileSync(path, 'one')
  expect([await read(), await read(), await read()]).toEqual(['one', 'one', 'one'])
  expect(parsed).toBe(1)
  appendFileSync(path, ' two')
  expect(await read()).toBe('one two')
  writeFileSync(`${path}+`, 'other 2')
  renameSync(`${path}+`, path)
  expect(await read()).toBe('other 2')
  rmSync(path)
  expect(await read()).toBeUndefined()
})
