import type { Instruction } from '../../src/cell/filter/instruction.ts'

/** Reads `struct sock_filter`s, ours or those that the kernel has given. */
export const decode = (bytes: Uint8Array): readonly Instruction[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.byteLength / 8 }, (_, index) => ({
    code: view.getUint16(index * 8, true),
    jt: view.getUint8(index * 8 + 2),
    jf: view.getUint8(index * 8 + 3),
    k: view.getUint32(index * 8 + 4, true),
  }))
}

/** `struct seccomp_data` as 32-bit words: number, architecture, instruction pointer, six arguments. */
export type Call = Uint32Array

/** What the program answers. It throws where the kernel would have refused to load it. */
export const run = (program: readonly Instruction[], call: Call): number => {
  let accumulator = 0
  let next = 0
  for (;;) {
    const { code, jt, jf, k } = at(program, next)
    next += 1
    switch (code) {
      case 0x20:
        accumulator = at(call, k / 4)
        break
      case 0x54:
        accumulator = (accumulator & k) >>> 0
        break
      case 0x05:
        next += k
        break
      case 0x15:
        next += accumulator === k ? jt : jf
        break
      case 0x25:
        next += accumulator > k ? jt : jf
        break
      case 0x35:
        next += accumulator >= k ? jt : jf
        break
      case 0x45:
        next += (accumulator & k) !== 0 ? jt : jf
        break
      case 0x06:
        return k
      default:
        throw new RangeError(`No filter of system calls has the code 0x${code.toString(16)}.`)
    }
  }
}

/** Of all that are loaded, the oldest first, the strictest counts; among equals the youngest. seccomp(2) */
export const runAll = (programs: readonly (readonly Instruction[])[], call: Call): number =>
  programs
    .map((program) => run(program, call))
    .reduceRight((strictest, answer) => (rank(answer) < rank(strictest) ? answer : strictest), allow)

const allow = 0x7fff_0000

/** KILL_PROCESS, KILL_THREAD, TRAP, ERRNO, USER_NOTIF, TRACE, LOG, ALLOW: in this order as signed numbers. */
const rank = (answer: number): number => (answer & 0xffff_0000) | 0

const at = <T>(list: ArrayLike<T>, index: number): T => {
  const found = list[index]
  if (found === undefined) throw new RangeError(`There is nothing at ${index}.`)
  return found
}
