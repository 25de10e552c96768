import { execa } from 'execa'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'

const script = join(import.meta.dirname, '../root/usr/lib/pilot/favordynmods')
const rest = 'rw,nosuid,nodev,noexec,relatime,nsdelegate,memory_recursiveprot'

// `findmnt` and `mount` of util-linux, which have only this one mount: the file `options`. A container is a kernel
// that takes the remount and leaves the option as it was.
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'favordynmods-'))
  await program('findmnt', `cat ${folder}/options`)
  await program(
    'mount',
    `echo "$*" >${folder}/called; [ -e ${folder}/container ] || echo "$6" | sed s/remount,// >${folder}/options`,
  )
})
afterEach(() => rm(folder, { recursive: true }))

const program = async (name: string, text: string): Promise<void> => {
  await writeFile(join(folder, name), `#!/bin/sh\n${text}\n`)
  await chmod(join(folder, name), 0o755)
}
const options = async (): Promise<string> => (await readFile(join(folder, 'options'), 'utf8')).trim()
const setOptions = (text: string): Promise<void> => writeFile(join(folder, 'options'), `${text}\n`)
const call = (state: string) =>
  execa(script, [state], { env: { PATH: `${folder}:/usr/bin:/bin` }, reject: false })

it('switches on and off, and keeps every other option of the mount', async () => {
  await setOptions(rest)
  expect(await call('on')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await options()).toBe(`${rest},favordynmods`)

  expect(await call('off')).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await options()).toBe(rest)
  // Else mount(8) would add what the mount has, and "off" would not.
  expect(await readFile(join(folder, 'called'), 'utf8')).toContain('--options-source disable')
})

it('switched on twice, it names the option once', async () => {
  await setOptions(`${rest},favordynmods`)
  expect(await call('on')).toMatchObject({ exitCode: 0 })
  expect(await options()).toBe(`${rest},favordynmods`)
})

it('fails where the kernel does not listen, and says where to go', async () => {
  await setOptions(rest)
  await writeFile(join(folder, 'container'), '')
  const done = await call('on')
  expect(done.exitCode).toBe(1)
  expect(done.stderr).toContain('favordynmods stays off. A container cannot switch it')
})
