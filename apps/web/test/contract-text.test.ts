import {
  AddTokenInput,
  Command,
  Domain,
  Environment,
  IdleTime,
  OperatorName,
  Password,
  TenantName,
} from '@pilot/contract'
import { expect, it } from 'vitest'
import { findContractText } from '../src/i18n/contract-text.ts'

const sentenceOf = (
  schema: { safeParse(value: unknown): { error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message ?? 'it was accepted'

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
  [IdleTime, 'soon'],
  [IdleTime, '1ms'],
  [IdleTime, '30d'],
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
  const sentence = sentenceOf(schema, value)
  expect([sentence, findContractText(sentence)?.key]).toEqual([sentence, expect.any(String)])
})

it('keeps the parameters of a sentence', () =>
  expect(findContractText(sentenceOf(TenantName, 'root'))).toEqual({
    key: 'nameReserved',
    values: { name: 'root' },
  }))

it('knows that it does not know a sentence', () =>
  expect(findContractText('the moon is full')).toBeUndefined())
