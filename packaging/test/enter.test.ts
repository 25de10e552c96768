import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileEnter } from '../build/enter.ts'

let folder = ''
let program = Buffer.alloc(0)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilot-enter-'))
  await compileEnter(process.arch === 'arm64' ? 'arm64' : 'amd64', join(folder, 'one'))
  program = await readFile(join(folder, 'one'))
})
afterAll(() => rm(folder, { recursive: true }))

/** The types of its segments (elf(5), 64 bits, little-endian). */
const segments = (): number[] => {
  const [start, size, count] = [
    Number(program.readBigUInt64LE(32)),
    program.readUInt16LE(54),
    program.readUInt16LE(56),
  ]
  return Array.from({ length: count }, (_, index) => program.readUInt32LE(start + index * size))
}

describe('pilot-enter', () => {
  it('is a static program at a fixed place: no loader reads LD_PRELOAD while it is root', () => {
    const [dynamic, interpreter] = [2, 3]
    expect(segments()).toContain(1)
    expect(segments()).not.toContain(dynamic)
    expect(segments()).not.toContain(interpreter)
    expect(program.readUInt16LE(16)).toBe(2)
  })

  it('has no stack that can be run (GNU_STACK without X)', () => {
    const [start, size] = [Number(program.readBigUInt64LE(32)), program.readUInt16LE(54)]
    const stack = segments().indexOf(0x6474_e551)
    expect(program.readUInt32LE(start + stack * size + 4)).toBe(6)
  })

  it('is the same from the same source', async () => {
    await compileEnter(process.arch === 'arm64' ? 'arm64' : 'amd64', join(folder, 'two'))
    expect((await readFile(join(folder, 'two'))).equals(program)).toBe(true)
    expect((await stat(join(folder, 'two'))).mode & 0o111).not.toBe(0)
  })

  it('calls for the compiler that is missing by its package', async () => {
    const path = process.env['PATH']
    process.env['PATH'] = folder
    try {
      await expect(compileEnter('arm64', join(folder, 'three'))).rejects.toThrow('apt-get install gcc-')
    } finally {
      process.env['PATH'] = path
    }
  })
})
