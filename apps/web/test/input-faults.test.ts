import {
  AddTokenInput,
  Command,
  createSpeaker,
  Domain,
  Environment,
  inputFaultOf,
  OperatorName,
  Password,
  readSetting,
  settings,
  speak,
  TenantName,
  type InputFault,
} from '@pilot/contract'
import { expect, it } from 'vitest'
import type { z } from 'zod'
import { facts } from '../messages/facts.ts'
import { plainForms } from './support/plain-forms.ts'

const faultOf = (schema: z.ZodType, value: unknown): InputFault =>
  inputFaultOf(schema.safeParse(value).error?.issues[0])

const german = createSpeaker(facts.de, plainForms)

// What the contract itself says of these, so that a sentence that changes there is missed here.
it.each([
  [TenantName, ''],
  [TenantName, 'a'.repeat(32)],
  [TenantName, '1a'],
  [TenantName, 'a_b'],
  [TenantName, 'a-'],
  [TenantName, 'root'],
  [Domain, ''],
  [Domain, 'a.'.repeat(125)],
  [Domain, 'müller.example'],
  [Domain, 'Shop.example'],
  [Domain, 'shop'],
  [Domain, 'shop..example'],
  [Domain, `${'a'.repeat(64)}.example`],
  [Domain, '-a.example'],
  [Domain, '127.0.0.1'],
  [Command, []],
  [Command, Array.from({ length: 65 }, () => '/bin/true')],
  [Command, ['/bin/true', 'a\nb']],
  [Command, ['/bin/true', 'a'.repeat(4097)]],
  [Environment, { A: 'a\nb' }],
  [Environment, { A: 'a'.repeat(32_769) }],
  [OperatorName, 'Ada'],
  [Password, 'short'],
  [Password, 'a'.repeat(257)],
  [AddTokenInput.shape.title, ' '],
  [AddTokenInput.shape.days, 0],
  [AddTokenInput.shape.days, 400],
  [AddTokenInput.shape.days, 1.5],
  [AddTokenInput.shape.days, Number.NaN],
  [AddTokenInput.shape.days, undefined],
  [AddTokenInput.shape.title, 'a'.repeat(65)],
])('has its own words for what the contract says of a value (%#)', (schema, value) => {
  const fault = faultOf(schema, value)
  expect(fault.code).not.toBe('not-fitting')
  expect(german.inputFault(fault)).toMatch(/./)
  expect(german.inputFault(fault)).not.toBe(speak.inputFault(fault))
})

it.each(['soon', '1ms', '30d'])('has its own words for the idle time %s', (text) => {
  const read = readSetting(settings.idle, text)
  if (!('fault' in read)) throw new Error(`${text} was taken`)
  expect(german.inputFault(read.fault)).not.toBe(speak.inputFault(read.fault))
})

it('writes numbers as a German reader does', () =>
  expect(german.inputFault({ code: 'too-large', most: 1_500_000 })).toContain('1,5 MB'))

it('keeps the parameters of a sentence', () =>
  expect(faultOf(TenantName, 'root')).toEqual({ code: 'name-reserved', name: 'root' }))
