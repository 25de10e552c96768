import assert from 'node:assert/strict'
import { rootDirectory, rootFile } from './suite.ts'
import type { Contract } from './suite.ts'

const directory = '/run/pilot-contract'

export const filesContract: Contract = ({ describe, it }, { files }) => {
  describe('files', () => {
    it('answers undefined for what does not exist', async () => {
      await files.removeTree(directory)
      assert.equal(await files.inspect(`${directory}/none`), undefined)
      assert.equal(await files.read(`${directory}/none`), undefined)
      assert.deepEqual(await files.list(directory), [])
    })

    it('makes a directory with owner and mode, and corrects them', async () => {
      await files.makeDirectory(directory, { mode: 0o2750, uid: 1, gid: 2 })
      assert.deepEqual(await files.inspect(directory), { kind: 'directory', mode: 0o2750, uid: 1, gid: 2 })
      await files.makeDirectory(directory, rootDirectory)
      assert.deepEqual(await files.inspect(directory), { kind: 'directory', ...rootDirectory })
    })

    it('does not make parents', async () => {
      await assert.rejects(files.makeDirectory(`${directory}/a/b`, rootDirectory), { code: 'ENOENT' })
      await assert.rejects(files.write(`${directory}/a/b`, '', rootFile), { code: 'ENOENT' })
    })

    it('writes whole files with owner and mode', async () => {
      await files.write(`${directory}/file`, 'one\n', { mode: 0o640, uid: 1, gid: 2 })
      await files.write(`${directory}/file`, 'zwölf\n', { mode: 0o600, uid: 0, gid: 3 })
      assert.equal(await files.read(`${directory}/file`), 'zwölf\n')
      assert.deepEqual(await files.inspect(`${directory}/file`), {
        kind: 'file',
        mode: 0o600,
        uid: 0,
        gid: 3,
      })
      assert.deepEqual(await files.list(directory), ['file'])
    })

    it('makes and replaces symlinks, and tells where they point', async () => {
      await files.makeSymlink(`${directory}/link`, '/etc/passwd')
      await files.makeSymlink(`${directory}/link`, `${directory}/file`)
      const found = await files.inspect(`${directory}/link`)
      assert.equal(found?.kind, 'symlink')
      assert.equal(found.target, `${directory}/file`)
    })

    it('replaces a symlink instead of writing through it, and does not read through it', async () => {
      await assert.rejects(files.read(`${directory}/link`), { code: 'ELOOP' })
      await files.write(`${directory}/link`, 'mine\n', rootFile)
      assert.equal((await files.inspect(`${directory}/link`))?.kind, 'file')
      assert.equal(await files.read(`${directory}/file`), 'zwölf\n')
    })

    it('gives a tree away without following symlinks out of it', async () => {
      await files.makeDirectory(`${directory}/tree`, rootDirectory)
      await files.write(`${directory}/tree/inner`, '', rootFile)
      await files.makeSymlink(`${directory}/tree/out`, `${directory}/file`)
      await files.chownTree(`${directory}/tree`, 7, 8)
      assert.deepEqual(await files.inspect(`${directory}/tree/inner`), {
        kind: 'file',
        mode: 0o644,
        uid: 7,
        gid: 8,
      })
      assert.equal((await files.inspect(`${directory}/tree`))?.uid, 7)
      assert.equal((await files.inspect(`${directory}/tree/out`))?.uid, 7)
      assert.equal((await files.inspect(`${directory}/file`))?.uid, 0)
    })

    it('removes a tree without following symlinks out of it', async () => {
      await files.removeTree(`${directory}/tree`)
      assert.equal(await files.inspect(`${directory}/tree`), undefined)
      assert.equal(await files.read(`${directory}/file`), 'zwölf\n')
    })

    it('removes twice without complaint, but no directory by `remove`', async () => {
      await files.remove(`${directory}/file`)
      await files.remove(`${directory}/file`)
      await assert.rejects(files.remove(directory), { code: 'EISDIR' })
      await files.removeTree(directory)
      await files.removeTree(directory)
      assert.equal(await files.inspect(directory), undefined)
    })
  })
}
