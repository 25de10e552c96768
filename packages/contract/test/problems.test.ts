import { describe, expect, test } from 'vitest'
import {
  CreateTenantInput,
  explain,
  inputProblem,
  outcomes,
  PilotError,
  Problem,
  TenantName,
  type ProblemCode,
} from '../src/index.ts'

const samples: { [Code in ProblemCode]: Extract<Problem, { code: Code }> } = {
  'invalid-input': { code: 'invalid-input', field: 'name', fault: { code: 'name-empty' } },
  'tenant-not-found': { code: 'tenant-not-found', tenant: 'shop' },
  'not-found': { code: 'not-found', what: { code: 'account', tenant: 'shop' } },
  'not-permitted': {
    code: 'not-permitted',
    action: { code: 'command', command: 'create-tenant' },
    need: { code: 'root' },
  },
  'sign-in-required': { code: 'sign-in-required', reason: 'expired' },
  'sign-in-failed': { code: 'sign-in-failed' },
  'second-factor-required': { code: 'second-factor-required' },
  'locked-out': { code: 'locked-out', until: '2026-01-31T12:00:00.000Z' },
  'link-invalid': { code: 'link-invalid' },
  'operator-exists': { code: 'operator-exists', operator: 'ada' },
  'last-admin': { code: 'last-admin', operator: 'ada' },
  overloaded: { code: 'overloaded' },
  'tenant-exists': {
    code: 'tenant-exists',
    tenant: 'shop',
    difference: { code: 'domains', domain: null, value: ['a.example.com'] },
  },
  'domain-taken': { code: 'domain-taken', domain: 'a.example.com', tenant: 'shop' },
  'foreign-resource': { code: 'foreign-resource', kind: 'account', name: 'alice' },
  'service-down': { code: 'service-down', service: 'caddy', detail: 'ECONNREFUSED' },
  'wrong-state': { code: 'wrong-state', tenant: 'shop', state: 'suspended', action: 'wake' },
  'step-failed': { code: 'step-failed', tenant: 'shop', step: 'units', detail: 'the disk is full' },
  'comparison-running': { code: 'comparison-running', id: '20260102T030405-ab12' },
  'comparison-failed': {
    code: 'comparison-failed',
    detail: { code: 'told', text: 'podman run ended with 125' },
  },
  'variant-failed': {
    code: 'variant-failed',
    variant: 'podman',
    reason: { code: 'told', text: 'podman run ended with 125.' },
  },
  'partly-done': {
    code: 'partly-done',
    done: 3,
    failed: 1,
    first: { code: 'foreign-resource', kind: 'account', name: 'alice' },
  },
  'check-failed': { code: 'check-failed', faults: 2 },
  internal: { code: 'internal', reference: 'a1b2c3d4' },
}

const codes = Problem.options.map(({ shape }) => shape.code.value)

describe.each(codes)('%s', (code) => {
  test('has a sample here, an outcome and a sentence', () => {
    expect(Problem.parse(samples[code])).toEqual(samples[code])
    expect(outcomes[code].exit).toBeGreaterThan(0)
    expect(outcomes[code].exit).toBeLessThanOrEqual(8)
    expect(explain(samples[code])).toMatch(/^.+[.]$/)
    expect(explain(samples[code])).not.toMatch(/undefined|\[object|\.\./)
  })

  test('survives JSON', () => {
    expect(Problem.parse(JSON.parse(JSON.stringify(samples[code])))).toEqual(samples[code])
  })
})

test('partly-done says once to run the command again, where that can help', () => {
  const first = samples['step-failed']
  expect(explain({ ...samples['partly-done'], first }).match(/same command again/g)).toHaveLength(1)
  expect(explain({ ...samples['partly-done'], first })).toMatch(/Run the same command again\.$/)
})

test('step-failed says the reasons that are known, else what a program said', () => {
  const { subject, drift } = { subject: { kind: 'path', name: '/srv' }, drift: { code: 'text' } } as const
  const reasons = [{ code: 'missing', subject } as const, { code: 'differs', subject, drift } as const]
  expect(explain({ ...samples['step-failed'], detail: '', reasons })).toBe(
    'The step units of the tenant shop failed: /srv is missing; /srv: its text differs. Run the same command again to heal it.',
  )
  expect(explain(samples['step-failed'])).toContain('failed: the disk is full. Run')
})

test('words that end with a full stop of their own do not end the sentence twice', () => {
  const detail = 'the disk is full.\n'
  for (const problem of [
    { ...samples['step-failed'], detail },
    { code: 'comparison-failed', detail: { code: 'told', text: detail } },
    { code: 'comparison-failed', detail: { code: 'not-removed', unit: 'a.service', words: detail } },
  ] satisfies Problem[])
    expect(explain(problem)).toMatch(/the disk is full\. \S/)
})

test('a comparison of which something is left is not told to be removed', () => {
  const left: Problem = {
    code: 'comparison-failed',
    detail: { code: 'not-removed', unit: 'a.service', words: '' },
  }
  expect(explain(left)).toBe(
    'The comparison failed: what it had made could not be removed ("journalctl -u a.service" tells why). ' +
      '"pilot compare --clean" tries it again.',
  )
  expect(explain(samples['comparison-failed'])).toContain('is removed')
})

test.each(['postgresql', 'caddy', 'dbus', 'systemd', 'pilot-agent', 'user-manager'] as const)(
  'service-down of %s says what to look at',
  (service) => {
    expect(explain({ code: 'service-down', service, detail: '' })).toMatch(/".+"/)
  },
)

test('service-down keeps to itself what the service said in its own words', () => {
  expect(explain(samples['service-down'])).not.toContain(samples['service-down'].detail)
})

test.each(['missing', 'expired', 'revoked'] as const)(
  'sign-in-required says what to do when it is %s',
  (reason) => {
    expect(explain({ code: 'sign-in-required', reason })).toContain('sign in')
  },
)

test('a PostgreSQL without a free connection is not told to be started', () => {
  const full: Problem = { code: 'service-down', service: 'postgresql', detail: '', reason: 'full' }
  expect(Problem.parse(full)).toEqual(full)
  expect(explain(full)).toBe(
    'PostgreSQL has no free connection (max_connections); close some, or raise max_connections in postgresql.conf. ' +
      'Then run the same command again.',
  )
})

test('no outcome is without its problem', () => {
  expect(Object.keys(outcomes).sort()).toEqual([...codes].sort())
})

test('a PilotError speaks the sentence of its problem', () => {
  expect(new PilotError(samples['domain-taken']).message).toBe(explain(samples['domain-taken']))
})

describe('the problem of an input', () => {
  const problemOf = (input: unknown) => inputProblem(CreateTenantInput.safeParse(input).error)

  test('names the field and the reason of the first fault', () => {
    expect(problemOf({ name: 'Root' })).toEqual({
      code: 'invalid-input',
      field: 'name',
      fault: { code: 'name-start' },
    })
    expect(problemOf({ name: 'shop', domains: ['a.b', 'c'] })).toMatchObject({ field: 'domains.1' })
  })

  test('says of what is missing that it is missing', () => {
    expect(problemOf({})).toEqual({ code: 'invalid-input', field: 'name', fault: { code: 'missing' } })
  })

  test('tells no value of an environment', () => {
    const problem = problemOf({ name: 'shop', environment: { PATH: 'hunter2\n' } })
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })

  test('is none for errors that are no schema errors', () => {
    expect(inputProblem(new Error('x'))).toBeUndefined()
  })
})

test('a tenant name cannot be forged by a cast that skips the schema', () => {
  // @ts-expect-error a plain string is no tenant name
  const name: TenantName = 'shop'
  expect(TenantName.parse(name)).toBe('shop')
})

describe('to the letter', () => {
  const wrongState = (state: 'suspended' | 'partial' | 'purging', action: 'wake' | 'sleep' | 'create') =>
    ({ code: 'wrong-state', tenant: 'shop', state, action }) as const

  const sentences: [Problem, string][] = [
    [samples['not-found'], 'The account shop (made by "pilot create-user --name=shop") does not exist.'],
    [
      { code: 'not-found', what: { code: 'domain', domain: 'a.example.com', tenant: 'shop' } },
      'The domain a.example.com of the tenant shop does not exist.',
    ],
    [{ code: 'not-found', what: { code: 'operator', operator: 'ada' } }, 'The operator ada does not exist.'],
    [{ code: 'not-found', what: { code: 'running-comparison' } }, 'A running comparison does not exist.'],
    [samples['not-permitted'], 'create-tenant is not permitted: it needs root; run it with sudo.'],
    [
      {
        code: 'not-permitted',
        action: { code: 'call', method: 'wake' },
        need: { code: 'role', role: 'operator' },
      },
      'wake is not permitted: it needs the role operator.',
    ],
    [
      {
        code: 'not-permitted',
        action: { code: 'open', path: '/run/pilot/agent/root.sock' },
        need: { code: 'root' },
      },
      'opening /run/pilot/agent/root.sock is not permitted: it needs root; run it with sudo.',
    ],
    [wrongState('suspended', 'wake'), 'The tenant shop is suspended, so it cannot be woken.'],
    [wrongState('partial', 'sleep'), 'The tenant shop is partial, so it cannot be put to sleep.'],
    [wrongState('purging', 'create'), 'The tenant shop is being purged, so it cannot be made again.'],
    [
      samples['partly-done'],
      '3 done, 1 failed; the first failure: The account alice exists and was not made by Pilot; it was left as it is. ' +
        'Choose another name.',
    ],
    [
      { ...samples['partly-done'], first: samples['variant-failed'] },
      '3 done, 1 failed; the first failure: podman: podman run ended with 125. Run the same command again.',
    ],
  ]

  test.each(sentences)('%j', (problem, sentence) => {
    expect(explain(problem)).toBe(sentence)
  })
})
