import { createSpeaker, type Problem, type StepDetail } from '@pilot/contract'
import { expect, it } from 'vitest'
import { facts } from '../messages/facts.ts'
import { problemValues } from '../src/i18n/problem-values.ts'
import { plainForms } from './support/plain-forms.ts'

const german = createSpeaker(facts.de, plainForms)

it('a step that failed is told with what still differs, or with what a program said', () => {
  const failed: Problem = { code: 'step-failed', tenant: 'shop', step: 'database', detail: 'no space left' }
  const subject = { kind: 'role', name: 'shop' } as const
  const reasons: StepDetail[] = [
    { code: 'differs', subject, drift: { code: 'superuser' } },
    { code: 'missing', subject },
  ]
  expect(problemValues({ ...failed, detail: '', reasons }, german)).toMatchObject({
    detail: 'Rolle shop: ist Superuser; Rolle shop fehlt',
  })
  expect(problemValues(failed, german)).toMatchObject({ detail: 'no space left' })
})
