import { architectures, type Architecture } from './architecture.ts'
import { createAssembler, type Assembler, type Place } from './assembler.ts'
import type { Instruction } from './instruction.ts'
import type { CallPolicy } from './policy.ts'
import type { Rule } from './rule.ts'
import { keyOf, segmentsOf, type Segment, type Verdict } from './segments.ts'

/** One program: is it our architecture, then a search among the numbers, then the arguments of some. */
export const compile = (architecture: Architecture, policy: CallPolicy): readonly Instruction[] => {
  const assembler = createAssembler()
  const segments = segmentsOf(architecture, policy)
  const places = writeOutcomes(assembler, segments)
  const search = assembler.load(offsets.number, writeSearch(assembler, segments, places))
  const { audit } = architectures[architecture]
  const kill = assembler.answer(verdicts.kill)
  return assembler.finish(
    assembler.load(offsets.architecture, assembler.branch('ifEqual', audit, search, kill)),
  )
}

type Places = ReadonlyMap<string, Place>

/** The answers last, before them a block for each rule, whichever calls share it. */
const writeOutcomes = (assembler: Assembler, segments: readonly Segment[]): Places => {
  for (const verdict of Object.values(verdicts)) assembler.answer(verdict)
  const places = new Map<string, Place>()
  for (const { outcome } of segments) {
    const key = keyOf(outcome)
    if (places.has(key)) continue
    places.set(
      key,
      typeof outcome === 'string' ? assembler.answer(verdicts[outcome]) : writeRule(assembler, outcome),
    )
  }
  return places
}

const writeRule = (assembler: Assembler, rule: Rule): Place => {
  const refuse = assembler.answer(verdicts[rule.refuse])
  const allow = assembler.answer(verdicts.allow)
  if ('unless' in rule) {
    const { argument, oneOf } = rule.unless
    const lower = oneOf.reduceRight((no, value) => assembler.branch('ifEqual', value, allow, no), refuse)
    const checked = assembler.load(lowerHalf(argument), lower)
    return assembler.load(upperHalf(argument), assembler.branch('ifEqual', 0, checked, refuse))
  }
  return rule.where.reduceRight(
    (yes, { argument, anyBitOf }) =>
      assembler.load(lowerHalf(argument), assembler.branch('ifAnyBit', anyBitOf, yes, allow)),
    refuse,
  )
}

const writeSearch = (assembler: Assembler, segments: readonly Segment[], places: Places): Place => {
  const half = Math.ceil(segments.length / 2)
  const [first, middle] = [segments[0], segments[half]]
  if (first === undefined) throw new RangeError('There are no numbers to search among.')
  if (middle === undefined) return placeOf(first, places)
  const above = writeSearch(assembler, segments.slice(half), places)
  const below = writeSearch(assembler, segments.slice(0, half), places)
  return assembler.branch('ifAtLeast', middle.from, above, below)
}

const placeOf = ({ outcome }: Segment, places: Places): Place => {
  const place = places.get(keyOf(outcome))
  if (place === undefined) throw new RangeError(`There is no place for ${keyOf(outcome)}.`)
  return place
}

/** In `struct seccomp_data` of linux/seccomp.h; the lower half of an argument lies first. */
const offsets = { number: 0, architecture: 4, arguments: 16 } as const
const lowerHalf = (argument: number): number => offsets.arguments + 8 * argument
const upperHalf = (argument: number): number => lowerHalf(argument) + 4

/** SECCOMP_RET_* of linux/seccomp.h, with the error number. `kill` ends the thread, as libseccomp has it by default. */
const verdicts: Readonly<Record<Verdict, number>> = {
  allow: 0x7fff_0000,
  kill: 0,
  EPERM: 0x5_0000 + 1,
  ENOSYS: 0x5_0000 + 38,
  EAFNOSUPPORT: 0x5_0000 + 97,
}
