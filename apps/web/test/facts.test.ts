import {
  Action,
  ComparisonFault,
  ComparisonMethod,
  createSpeaker,
  Difference,
  FindingId,
  Found,
  FoundReason,
  InputFault,
  ListFault,
  Need,
  Remedy,
  SeenReason,
  StepDetail,
  Thing,
  type Facts,
} from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { facts } from '../messages/facts.ts'
import { plainForms } from './support/plain-forms.ts'
import { samplesOf } from './support/samples-of.ts'

const kinds: { [About in keyof Facts]: z.ZodType<Facts[About]> } = {
  action: Action,
  comparisonFault: ComparisonFault,
  comparisonMethod: ComparisonMethod,
  difference: Difference,
  findingTitle: z.object({ code: FindingId }),
  found: Found,
  inputFault: InputFault,
  listFault: ListFault,
  need: Need,
  remedy: Remedy,
  stateReason: SeenReason,
  stepDetail: StepDetail,
  thing: Thing,
  variantReason: FoundReason,
}

/** These are the same in each language: what a program or a command line said in its own words. */
const repeats = (fact: object): boolean => /"code":"(usage|told)"/.test(JSON.stringify(fact))

const english = createSpeaker(facts.en, plainForms)
const german = createSpeaker(facts.de, plainForms)

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

it('words of programs are repeated, and those of the log stay in English', () => {
  const words = 'Error: no space left'
  expect(german.stateReason({ code: 'failed-briefly', lastLine: words })).toContain(words)
  expect(
    german.comparisonFault({ code: 'engine-failed', engine: 'podman', command: 'run', exitCode: 125, words }),
  ).toContain(words)
  for (const speaker of [english, german])
    expect(speaker.comparisonMethod({ code: 'told', text: words })).toBe(words)
  expect(german.stateReason({ code: 'unseen', detail: 'shop does not linger' })).not.toContain('linger')
})
