import { setTimeout as wait } from 'node:timers/promises'
import { availableMemory } from './meminfo.ts'

/**
 * Waits until MemAvailable moves by less than a mebibyte within a second, at most three seconds, and answers by how
 * much it moved by itself in the last one: a difference smaller than that says nothing.
 */
export const settle = async (): Promise<number> => {
  const seen: number[] = []
  for (let look = 0; look < looksAtMost; look += 1) {
    seen.push(await availableMemory())
    if (seen.length >= looks && spanOf(seen.slice(-looks)) < calm) break
    await wait(interval)
  }
  return spanOf(seen.slice(-looks))
}

/** Milliseconds. */
const interval = 100
const looks = 11
const looksAtMost = 30
const calm = 1024 ** 2

export const spanOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
