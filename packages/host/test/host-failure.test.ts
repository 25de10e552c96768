import { expect, test } from 'vitest'
import { ProgramFailed, run } from '../src/linux/run.ts'

const failureOf = async (program: string, args: readonly string[], options = {}): Promise<unknown> => {
  const error: unknown = await run(program, args, options).catch((thrown: unknown) => thrown)
  return error instanceof ProgramFailed ? error.fault : error
}

test('a program that fails is told by its name, exit code and own words', async () => {
  expect(await failureOf('sh', ['-c', 'echo "no room." >&2; exit 3'])).toEqual({
    code: 'program-failed',
    program: 'sh',
    exitCode: 3,
    words: 'no room.',
  })
  expect(await failureOf('false', [])).toMatchObject({ exitCode: 1, words: '' })
})

test('one that does not come to its end has no exit code, and no words of ours', async () => {
  expect(await failureOf('sleep', ['10'], { timeout: 20 })).toMatchObject({ exitCode: null, words: '' })
  expect(await failureOf('no-such-program', [])).toMatchObject({
    exitCode: null,
    words: 'spawn no-such-program ENOENT',
  })
})
