import { createSpeaker, Drift, speak, StepDetail, type Problem } from '@pilot/contract'
import { expect, it } from 'vitest'
import { facts } from '../messages/facts.ts'
import { problemValues } from '../src/i18n/problem-values.ts'
import { plainForms } from './support/plain-forms.ts'

const german = createSpeaker(facts.de, plainForms)
const subject = { kind: 'role', name: 'shop' } as const

/** Every argument that any of these facts has. */
const told = {
  subject,
  drift: { code: 'superuser' },
  name: 'shop',
  tenant: 'shop',
  account: 'shop',
  database: 'shop',
  role: 'shop',
  unit: 'pilot@shop.socket',
  path: '/srv/shop',
  target: '/srv/blog',
  domains: ['shop.example.com'],
  kind: 'directory',
  state: 'asleep',
  effect: 'socket-opens',
  active: 'failed',
  load: 'masked',
  result: 'timeout',
  uid: 7,
  count: 3,
  found: 1,
  wished: 2,
}

const inBoth = (detail: StepDetail): [string, string] => [german.stepDetail(detail), speak.stepDetail(detail)]

it.each(StepDetail.options.map(({ shape }) => shape.code.value))(
  'the detail %s has its own words in German',
  (code) => {
    const [here, there] = inBoth({ ...told, code } as unknown as StepDetail)
    expect(here).not.toBe(there)
    expect(here).not.toMatch(/undefined|\[object/)
  },
)

it.each(Drift.options.map(({ shape }) => shape.code.value))(
  'the drift %s has its own words in German',
  (code) => {
    const drift = { ...told, code } as unknown as Drift
    const [here, there] = inBoth({ code: 'differs', subject, drift })
    expect(here.replace('Rolle', 'role')).not.toBe(there)
    expect(here).not.toMatch(/undefined|\[object/)
  },
)

it('a step that failed is told with what still differs, or with what a program said', () => {
  const failed: Problem = { code: 'step-failed', tenant: 'shop', step: 'database', detail: 'no space left' }
  const reasons: StepDetail[] = [
    { code: 'differs', subject, drift: { code: 'superuser' } },
    { code: 'missing', subject },
  ]
  expect(problemValues({ ...failed, detail: '', reasons }, german)).toMatchObject({
    detail: 'Rolle shop: ist Superuser; Rolle shop fehlt',
  })
  expect(problemValues(failed, german)).toMatchObject({ detail: 'no space left' })
})
