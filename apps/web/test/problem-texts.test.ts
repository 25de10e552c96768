import { createSpeaker, outcomes, Problem, type ProblemCode } from '@pilot/contract'
import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { facts } from '../messages/facts.ts'
import { messages } from '../messages/index.ts'
import { createProblemText, type ProblemText } from '../src/i18n/problem-text.ts'
import { samplesOf } from './support/samples-of.ts'
import { plainForms } from './support/plain-forms.ts'

const until = '2026-01-31T12:00:00.000Z'
const samples: { [Code in ProblemCode]: Extract<Problem, { code: Code }> } = {
  'invalid-input': { code: 'invalid-input', field: 'name', fault: { code: 'missing' } },
  'tenant-not-found': { code: 'tenant-not-found', tenant: 'shop' },
  'not-found': { code: 'not-found', what: { code: 'token' } },
  'not-permitted': {
    code: 'not-permitted',
    action: { code: 'call', method: 'wake' },
    need: { code: 'role', role: 'operator' },
  },
  'sign-in-required': { code: 'sign-in-required', reason: 'expired' },
  'sign-in-failed': { code: 'sign-in-failed' },
  'second-factor-required': { code: 'second-factor-required' },
  'locked-out': { code: 'locked-out', until },
  'link-invalid': { code: 'link-invalid' },
  'operator-exists': { code: 'operator-exists', operator: 'ada' },
  'last-admin': { code: 'last-admin', operator: 'ada' },
  overloaded: { code: 'overloaded' },
  'tenant-exists': {
    code: 'tenant-exists',
    tenant: 'shop',
    difference: { code: 'command', domain: null, value: ['/bin/a'] },
  },
  'domain-taken': { code: 'domain-taken', domain: 'shop.example.com', tenant: 'blog' },
  'foreign-resource': { code: 'foreign-resource', kind: 'role', name: 'shop' },
  'service-down': { code: 'service-down', service: 'postgresql', detail: 'refused' },
  'wrong-state': { code: 'wrong-state', tenant: 'shop', state: 'suspended', action: 'wake' },
  'step-failed': { code: 'step-failed', tenant: 'shop', step: 'units', detail: 'no space' },
  'comparison-running': { code: 'comparison-running', id: 'c-1' },
  'comparison-failed': { code: 'comparison-failed', detail: { code: 'told', text: 'no space' } },
  'variant-failed': {
    code: 'variant-failed',
    variant: 'podman',
    reason: { code: 'told', text: 'no space' },
  },
  'partly-done': { code: 'partly-done', done: 1, failed: 2, first: { code: 'link-invalid' } },
  'check-failed': { code: 'check-failed', faults: 2 },
  internal: { code: 'internal', reference: 'abcd1234' },
}

const all = samplesOf(Problem) as Problem[]

/** The fields with a choice: ICU's `select` would say the last one also for what it does not know. */
const chosen = Problem.options.flatMap(({ shape }) =>
  Object.entries(shape).flatMap(([field, schema]) =>
    schema instanceof z.ZodEnum ? [{ code: shape.code.value, field, options: schema.options }] : [],
  ),
)

const textIn = (locale: 'en' | 'de', problem: Problem): ProblemText => {
  const told = {
    locale,
    messages: messages[locale],
    onError: (error: Error) => {
      throw error
    },
  }
  return createProblemText({
    problems: createTranslator({ ...told, namespace: 'problems' }),
    steps: createTranslator({ ...told, namespace: 'steps' }),
    variants: createTranslator({ ...told, namespace: 'compare.variants' }),
    facts: createSpeaker(facts[locale], plainForms),
    time: String,
  })(problem)
}

describe.each(['en', 'de'] as const)('in %s', (locale) => {
  it.each(Object.keys(outcomes) as ProblemCode[])('%s says what happened and what to do', (code) => {
    const { what, todo, command } = textIn(locale, samples[code])
    for (const text of [what, todo, command ?? 'none']) expect(text).not.toMatch(/[{}]|problems\./)
  })

  it('says of a failed bulk what failed first', () =>
    expect(textIn(locale, samples['partly-done']).what).toContain(
      textIn(locale, samples['link-invalid']).what,
    ))

  it('does not say of what is left that it is removed', () => {
    const left = { code: 'not-removed', unit: 'a.service', words: '' } as const
    expect(textIn(locale, { code: 'comparison-failed', detail: left }).todo).not.toBe(
      textIn(locale, samples['comparison-failed']).todo,
    )
  })

  it.each(chosen)('says something of its own for each $field of $code', ({ code, field, options }) => {
    const said = options.map((option) => {
      const { what, todo, command } = textIn(locale, { ...samples[code], [field]: option })
      return [what, todo, command].join()
    })
    expect(new Set(said).size).toBe(options.length)
  })
})

it.each(['en', 'de'] as const)('keeps to itself what a service said in its own words: %s', (locale) => {
  const { what, todo } = textIn(locale, samples['service-down'])
  expect(what + todo).not.toContain(samples['service-down'].detail)
})

it.each(all)('German has its own words for %j', (problem) => {
  const said = [textIn('en', problem), textIn('de', problem)]
  for (const { what, todo } of said) {
    expect(what).toMatch(/\S/)
    expect(what).not.toMatch(/undefined|\[object|NaN/)
    expect(todo).toMatch(/\S/)
  }
  expect(said[0]?.what).not.toBe(said[1]?.what)
  expect(said[0]?.todo).not.toBe(said[1]?.todo)
})
