import type { Instruction } from './instruction.ts'

const size = 8

/** Little-endian, as both architectures are. */
export const encode = (instructions: readonly Instruction[]): Uint8Array => {
  const bytes = new Uint8Array(instructions.length * size)
  const view = new DataView(bytes.buffer)
  for (const [index, { code, jt, jf, k }] of instructions.entries()) {
    view.setUint16(index * size, code, true)
    view.setUint8(index * size + 2, jt)
    view.setUint8(index * size + 3, jf)
    view.setUint32(index * size + 4, k, true)
  }
  return bytes
}
