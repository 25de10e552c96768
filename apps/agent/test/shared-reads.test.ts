import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { shareReads } from '../src/runs/share-reads.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => vi.useRealTimers())

const never = new AbortController().signal

/** Readings that end when they are told to; each tells its query and number. */
const share = () => {
  const begun: { answer: () => void; signal: AbortSignal }[] = []
  const read = shareReads(async (query: string, signal: AbortSignal) => {
    const number = begun.length + 1
    const { promise, resolve } = Promise.withResolvers<undefined>()
    begun.push({ answer: () => resolve(undefined), signal })
    await Promise.race([promise, once(signal, 'abort')])
    signal.throwIfAborted()
    return `${query} ${number}`
  }, 1000)
  return { read, begun }
}

describe('one reading', () => {
  test('serves all who ask for the same while it lasts and a second after, and no longer', async () => {
    const { read, begun } = share()
    const first = [read('a', never), read('a', never)]
    begun[0]?.answer()
    expect(await Promise.all(first)).toEqual(['a 1', 'a 1'])
    await vi.advanceTimersByTimeAsync(999)
    expect(await read('a', never)).toBe('a 1')
    await vi.advanceTimersByTimeAsync(1)
    const second = read('a', never)
    begun[1]?.answer()
    expect(await second).toBe('a 2')
  })

  test('serves nobody who asks for something else', async () => {
    const { read, begun } = share()
    const both = [read('a', never), read('b', never)]
    for (const { answer } of begun) answer()
    expect(await Promise.all(both)).toEqual(['a 1', 'b 2'])
  })

  test('goes on while one of those who asked waits, and ends when the last has left', async () => {
    const { read, begun } = share()
    const [one, two] = [new AbortController(), new AbortController()]
    const answers = [one, two].map(({ signal }) => read('a', signal).catch((reason: unknown) => reason))
    one.abort('one left')
    expect(await answers[0]).toBe('one left')
    expect(begun[0]?.signal.aborted).toBe(false)
    two.abort('two left')
    expect(await answers[1]).toBe('two left')
    expect(begun.map(({ signal }) => signal.reason as unknown)).toEqual(['two left'])
  })

  test('that was left serves nobody who comes later', async () => {
    const { read, begun } = share()
    const gone = new AbortController()
    const left = read('a', gone.signal).catch(() => 'left')
    gone.abort()
    await left
    const again = read('a', never)
    begun[1]?.answer()
    expect(await again).toBe('a 2')
  })

  test('that failed is told to all who wait, and begun again for who comes later', async () => {
    const answers = [Promise.reject<string>(new Error('no journal')), Promise.resolve('fine')]
    const read = shareReads(() => answers.shift() ?? Promise.resolve('too often'), 1000)
    const told = await Promise.allSettled([read('a', never), read('a', never)])
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await read('a', never)).toBe('fine')
  })
})
