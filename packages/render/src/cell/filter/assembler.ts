import { codes, type Instruction } from './instruction.ts'

/** An instruction that is written already, counted from the end of the program. */
export type Place = number

export type Condition = 'ifEqual' | 'ifAtLeast' | 'ifAnyBit'

export interface Assembler {
  answer(value: number): Place
  branch(condition: Condition, k: number, yes: Place, no: Place): Place
  load(offset: number, next: Place): Place
  finish(first: Place): readonly Instruction[]
}

/** Writes a program from its end to its start: jumps only lead forward, so where they lead to is known by then. */
export const createAssembler = (): Assembler => {
  const reversed: Instruction[] = []
  const answers = new Map<number, Place>()
  const nearer = new Map<Place, Place>()

  const write = (code: number, k: number, jt = 0, jf = 0): Place => reversed.push({ code, jt, jf, k }) - 1
  const distance = (place: Place): number => reversed.length - 1 - place

  // A condition jumps over 255 at most. 254, as a jump that is written for the other side moves this one away.
  const within = (place: Place): Place => {
    const near = nearer.get(place) ?? place
    if (distance(near) <= 254) return near
    const jump = write(codes.jump, distance(place))
    nearer.set(place, jump)
    return jump
  }

  const load = (offset: number, next: Place): Place => {
    if (distance(next) !== 0) write(codes.jump, distance(next))
    return write(codes.load, offset)
  }

  return {
    answer: (value) => {
      const known = answers.get(value)
      if (known !== undefined) return known
      const place = write(codes.answer, value)
      answers.set(value, place)
      return place
    },
    branch: (condition, k, yes, no) => {
      if (yes === no) return yes
      const [nearYes, nearNo] = [within(yes), within(no)]
      return write(codes[condition], k, distance(nearYes), distance(nearNo))
    },
    load,
    finish: (first) => {
      if (distance(first) !== 0) write(codes.jump, distance(first))
      return reversed.toReversed()
    },
  }
}
