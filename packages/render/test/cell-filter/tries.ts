import { architectures, type Architecture } from '../../src/cell/filter/architecture.ts'
import { tenantPolicy } from '../../src/cell/filter/policy.ts'
import type { Call } from './program.ts'

/** Calls to try a filter with: each number with each value that any directive looks for, in each of its places. */
export function* tries(architecture: Architecture): Generator<Call> {
  const { audit, numbers } = architectures[architecture]
  const call: Call = new Uint32Array(16)
  const random = createRandom()

  const fill = (number: number, audited: number): Call => {
    call[0] = number
    call[1] = audited
    for (let word = 2; word < call.length; word += 2) {
      call[word] = oneOf(values, random)
      call[word + 1] = random() % 4 === 0 ? random() : 0
    }
    return call
  }

  for (let number = 0; number <= 600; number++) {
    for (let argument = 0; argument < 4; argument++) {
      for (const value of values) {
        for (const upper of uppers) {
          fill(number, audit)
          call[4 + 2 * argument] = value
          call[5 + 2 * argument] = upper
          yield call
        }
      }
    }
    for (const strange of strangeArchitectures) yield fill(number, strange)
    for (const bit of numberBits) for (let time = 0; time < 8; time++) yield fill((number | bit) >>> 0, audit)
  }
  for (const name of Object.keys(tenantPolicy.rules)) {
    const number = numbers.get(name)
    if (number !== undefined) for (let time = 0; time < 2000; time++) yield fill(number, audit)
  }
  for (const number of edges) for (let time = 0; time < 100; time++) yield fill(number, audit)
  for (let time = 0; time < 20_000; time++) yield fill(random(), audit)
  for (let time = 0; time < 5000; time++) yield fill(random() % 600, random())
}

const bits = Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0)
const small = Array.from({ length: 48 }, (_, value) => value)

/** Families, policies, personalities, flags of namespaces and of open, modes; and what lies beside them. */
const values: readonly number[] = [
  ...new Set([
    ...small,
    ...bits,
    ...bits.map((bit) => bit - 1),
    0o644,
    0o755,
    0o1777,
    0o6000,
    0o2755,
    0o4755,
  ]),
  0o102_101,
  0x0002_0000 | 17,
  0x7e02_0080,
  0x3d0f_00,
  0xffff_ffff,
]
const uppers = [0, 1, 0x8000_0000, 0xffff_ffff] as const

/** x86_64, i386, arm64, arm, the first with its mark of 64 bits gone, and none. */
const strangeArchitectures = [0xc000_003e, 0x4000_0003, 0xc000_00b7, 0x4000_0028, 0x8000_003e, 0] as const

/** That of x32, others, and several. */
const numberBits = [0x4000_0000, 0x8000_0000, 0xc000_0000, 0x2000_0000, 1024] as const
const edges = [0x3fff_ffff, 0x4000_0000, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff] as const

const oneOf = (list: readonly number[], random: () => number): number => list[random() % list.length] ?? 0

/** Xorshift by Marsaglia: the same numbers in each run. */
const createRandom = (): (() => number) => {
  let state = 0x9e37_79b9
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}
