import { readFile } from 'node:fs/promises'
import { compareUnit } from '@pilot/render'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import { faultOf, MeasureError } from '../src/measure-error.ts'

const thrownBy = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

test('a fault is itself, and the kernel is repeated', async () => {
  expect(faultOf(new MeasureError({ code: 'cancelled' }))).toEqual({ code: 'cancelled' })
  expect(faultOf(await thrownBy(readFile('/no/such/file')))).toMatchObject({
    code: 'told',
    text: expect.stringContaining('ENOENT') as unknown,
  })
})

test('a program is told by its name, exit code and last line', async () => {
  expect(faultOf(await thrownBy(execa('sh', ['-c', 'echo one >&2; echo two >&2; exit 4'])))).toEqual({
    code: 'program-failed',
    program: 'sh',
    exitCode: 4,
    words: 'two',
  })
})

test('words of our own are never told as if a program had said them', () =>
  expect(faultOf(new Error('there is no container 3'))).toEqual({ code: 'interrupted', unit: compareUnit }))
