import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { PilotError } from '@pilot/contract'
import pLimit from 'p-limit'

/** Passwords as the store keeps them: argon2id (RFC 9106) in a PHC string. */
export interface Passwords {
  /** @throws PilotError `overloaded` where too many wait, as `verify` does */
  hash(password: string): Promise<string>
  /** `weak` where it was made with other parameters than today's. Without a hash it takes as long, and is wrong. */
  verify(password: string, hash: string | null): Promise<'right' | 'weak' | 'wrong'>
}

export const createPasswords = (): Passwords => {
  // Each takes 19 MiB and a core for some 50 ms: two at once, and a queue that ends.
  const inTurn = pLimit(2)
  const work = async <T>(task: () => Promise<T>): Promise<T> => {
    if (inTurn.activeCount + inTurn.pendingCount >= mostAtOnce) throw new PilotError({ code: 'overloaded' })
    return inTurn(task)
  }
  return {
    hash: (password) => work(() => makeHash(password)),
    verify: (password, hash) => work(() => compare(password, hash)),
  }
}

/** In work and waiting. */
const mostAtOnce = 32

// The second of the equivalent settings of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane.
const today = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

const makeHash = async (password: string): Promise<string> => {
  const nonce = randomBytes(16)
  const tag = await derive(password, nonce, today)
  return `$argon2id$v=19$m=${today.memory},t=${today.passes},p=${today.parallelism}$${encode(nonce)}$${encode(tag)}`
}

const compare = async (password: string, hash: string | null): Promise<'right' | 'weak' | 'wrong'> => {
  const stored = hash === null ? undefined : parse(hash)
  const { nonce, parameters, tag } = stored ?? nobody
  const isRight = timingSafeEqual(await derive(password, nonce, parameters), tag)
  if (stored === undefined || !isRight) return 'wrong'
  return JSON.stringify(parameters) === JSON.stringify(today) ? 'right' : 'weak'
}

// Compared where there is no operator of the name, so that the time does not tell.
const nobody = { nonce: Buffer.alloc(16), parameters: today, tag: randomBytes(tagLength) }

const parse = (hash: string) => {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash)
  if (found === null) throw new Error('a password in the store is no argon2id hash')
  const [, memory = '', passes = '', parallelism = '', nonce = '', tag = ''] = found
  return {
    nonce: Buffer.from(nonce, 'base64'),
    parameters: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    tag: Buffer.from(tag, 'base64'),
  }
}

const runArgon2 = promisify(argon2)

const derive = (password: string, nonce: Buffer, parameters: typeof today): Promise<Buffer> =>
  // The same characters may be typed as different code points (RFC 8265, 4.2.1: NFC).
  runArgon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...parameters })

// Without padding, as the PHC string format has it.
const encode = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
