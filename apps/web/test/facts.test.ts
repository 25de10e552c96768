import {
  Action,
  createSpeaker,
  Difference,
  FindingId,
  Found,
  InputFault,
  ListFault,
  Need,
  Remedy,
  Thing,
  type Facts,
} from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { facts } from '../messages/facts.ts'
import { samplesOf } from './support/samples-of.ts'

const kinds: { [About in keyof Facts]: z.ZodType<Facts[About]> } = {
  action: Action,
  difference: Difference,
  findingTitle: z.object({ code: FindingId }),
  found: Found,
  inputFault: InputFault,
  listFault: ListFault,
  need: Need,
  remedy: Remedy,
  thing: Thing,
}

/** These are the same in each language: what a program or a command line said in its own words. */
const repeats = (fact: object): boolean => JSON.stringify(fact).includes('"code":"usage"')

const forms = { time: String, duration: String, bytes: String }
const english = createSpeaker(facts.en, forms)
const german = createSpeaker(facts.de, forms)

describe.each(Object.keys(kinds) as (keyof Facts)[])('every %s', (about) => {
  const samples = samplesOf(kinds[about]) as object[]

  it.each(samples)('says something in both languages, and not the same: %j', (fact) => {
    const said = [english, german].map((speaker) => (speaker[about] as (told: unknown) => string)(fact))
    for (const text of said) {
      expect(text).toMatch(/\S/)
      expect(text).not.toMatch(/undefined|\[object|NaN/)
    }
    if (!repeats(fact)) expect(said[0]).not.toBe(said[1])
  })
})

it('names a method of the agent as the audit does, and leaves another as it is', () => {
  expect(english.action({ code: 'call', method: 'createTenant' })).toBe('“Create tenant”')
  expect(german.action({ code: 'call', method: 'createTenant' })).toBe('„Tenant anlegen“')
  expect(german.action({ code: 'call', method: 'toString' })).toBe('„toString“')
})
