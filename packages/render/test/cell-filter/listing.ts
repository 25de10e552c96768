import { architectures, type Architecture } from '../../src/cell/filter/architecture.ts'
import type { CallPolicy } from '../../src/cell/filter/policy.ts'
import type { Rule } from '../../src/cell/filter/rule.ts'
import { segmentsOf } from '../../src/cell/filter/segments.ts'
import { answerName } from './answer-name.ts'
import { decode } from './program.ts'

/** For review: what becomes of each range of numbers, by name, and the instructions of a program. */
export const list = (architecture: Architecture, policy: CallPolicy, bytes: Uint8Array): string => {
  const instructions = decode(bytes)
  return [
    ...listSegments(architecture, policy),
    '',
    `${instructions.length} instructions`,
    ...instructions.map((instruction, index) => `${index} ${listInstruction(instruction, index + 1)}`),
    '',
  ].join('\n')
}

const listSegments = (architecture: Architecture, policy: CallPolicy): readonly string[] => {
  const names = new Map([...architectures[architecture].numbers].map(([name, number]) => [number, name]))
  return segmentsOf(architecture, policy).map(({ from, outcome }, index, all) => {
    const end = all[index + 1]?.from ?? 2 ** 32
    const covered = Array.from({ length: Math.min(end - from, names.size) }, (_, offset) =>
      names.get(from + offset),
    )
    const range = end - from === 1 ? String(from) : `${from}-${end - 1}`
    const what = typeof outcome === 'string' ? outcome : listRule(outcome)
    return [range, what, ...covered.filter((name) => name !== undefined)].join(' ')
  })
}

const listRule = (rule: Rule): string => {
  if ('unless' in rule)
    return `${rule.refuse} unless argument ${rule.unless.argument} is one of ${rule.unless.oneOf.join(', ')}:`
  const conditions = rule.where.map(
    ({ argument, anyBitOf }) => `argument ${argument} has any bit of 0o${anyBitOf.toString(8)}`,
  )
  return `${rule.refuse} where ${conditions.join(' and ')}:`
}

const listInstruction = ({ code, jt, jf, k }: ReturnType<typeof decode>[number], next: number): string => {
  const branch = `? ${next + jt} : ${next + jf}`
  switch (code) {
    case 0x20:
      return `load ${fields[k] ?? k}`
    case 0x05:
      return `go to ${next + k}`
    case 0x15:
      return `equal 0x${k.toString(16)} ${branch}`
    case 0x35:
      return `at least ${k} ${branch}`
    case 0x45:
      return `any bit of 0o${k.toString(8)} ${branch}`
    case 0x06:
      return `answer ${answerName(k)}`
    default:
      return `code 0x${code.toString(16)} ${k} ${branch}`
  }
}

const fields: Readonly<Record<number, string>> = {
  0: 'number',
  4: 'architecture',
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5].flatMap((argument) => [
      [16 + 8 * argument, `argument ${argument}, lower half`],
      [20 + 8 * argument, `argument ${argument}, upper half`],
    ]),
  ),
}
