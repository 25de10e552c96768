/**
 * Runs `app.cjs` beside it with the code cache `app.cache`, which `make-cache.cjs` wrote at installation.
 * Not NODE_COMPILE_CACHE: Node keeps that per user id, so what root fills serves no tenant.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from './program.ts'

runProgram(__dirname, readCache(join(__dirname, 'app.cache')))

function readCache(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    // Without a cache it starts all the same, only later.
    return undefined
  }
}
