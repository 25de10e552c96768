import { createSpeaker, outcomes, type Problem, type ProblemCode } from '@pilot/contract'
import { createTranslator } from 'next-intl'
import { beforeEach, describe, expect, it } from 'vitest'
import { facts } from '../messages/facts.ts'
import { messages } from '../messages/index.ts'
import { problemValues } from '../src/i18n/problem-values.ts'
import { plainForms } from './support/plain-forms.ts'

const until = '2026-01-31T12:00:00.000Z'
const samples: { [Code in ProblemCode]: Extract<Problem, { code: Code }> } = {
  'invalid-input': { code: 'invalid-input', field: 'name', fault: { code: 'missing' } },
  'tenant-not-found': { code: 'tenant-not-found', tenant: 'shop' },
  'not-found': { code: 'not-found', what: 'the token' },
  'not-permitted': { code: 'not-permitted', action: 'wake', need: 'it needs the role operator' },
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
  'partly-done': { code: 'partly-done', done: 1, failed: 2, first: 'no space' },
  'check-failed': { code: 'check-failed', faults: 2 },
  internal: { code: 'internal', reference: 'abcd1234' },
}

describe.each(['en', 'de'] as const)('in %s', (locale) => {
  const speaker = createSpeaker(facts[locale], plainForms)
  let failures: string[] = []
  beforeEach(() => {
    failures = []
  })
  const t = createTranslator({
    locale,
    messages: messages[locale],
    namespace: 'problems',
    onError: (error) => failures.push(error.message),
  })

  it.each(Object.keys(outcomes) as ProblemCode[])('%s says what happened and what to do', (code) => {
    const values = problemValues(samples[code], speaker) as never
    const parts = ['what', 'todo', ...(t.has(`${code}.command` as 'internal.command') ? ['command'] : [])]
    const said = parts.map((part) => t(`${code}.${part}` as 'internal.what', values))
    expect(failures).toEqual([])
    for (const text of said) expect(text).not.toMatch(/[{}]|problems\./)
  })
})
