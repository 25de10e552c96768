import { settings, TenantSpec } from '@pilot/contract'
import { expect, test } from 'vitest'
import { readChange } from '../src/shared/tenant-form/read-change.ts'
import { valuesOf, type MapRow, type Texts } from '../src/shared/tenant-form/values.ts'

const spec = TenantSpec.parse({
  name: 'shop',
  idle: 300_000,
  command: ['/srv/shop/server', '--title', ' a b '],
  domains: ['shop.example.com'],
  environment: { SITE: 'shop', KEY: 'secret' },
  limits: { memoryMax: 256 * 1024 ** 2, tasksMax: 32 },
})
const form = valuesOf(settings, spec)

interface Typed {
  readonly texts?: Texts
  readonly domains?: readonly string[]
  readonly environment?: MapRow[]
}
const change = ({ texts = {}, domains, environment }: Typed) =>
  readChange(spec, {
    program: 'command',
    texts: { ...form.texts, ...texts },
    lists: domains === undefined ? form.lists : { domains: domains.map((text) => ({ text, settings: {} })) },
    maps: environment === undefined ? form.maps : { environment },
  })
const input = (changes: Typed) => {
  const found = change(changes)
  return found.state === 'changed' ? found.input : found
}
const faults = (changes: Typed) => {
  const found = change(changes)
  return found.state === 'faulty'
    ? Object.fromEntries(found.faults.map(({ path, fault }) => [path, fault.code]))
    : found
}

test('a form that nobody touched changes nothing, whatever its arguments hold', () => {
  expect(readChange(spec, form)).toEqual({ state: 'same' })
})

test('the same value in other words changes nothing', () => {
  expect(change({ texts: { idle: '300s', memoryMax: '256 MiB' } })).toEqual({ state: 'same' })
})

test('only what differs is told', () => {
  expect(input({ texts: { idle: '10s' } })).toEqual({ name: 'shop', idle: 10_000 })
  expect(input({ domains: ['shop.example.com', 'b.example.com'] })).toEqual({
    name: 'shop',
    domains: ['shop.example.com', 'b.example.com'],
  })
  expect(input({ texts: { runtimeMax: '1h' } })).toEqual({ name: 'shop', runtimeMax: 3_600_000 })
})

test('an empty limit lifts it, and the others stay', () => {
  expect(input({ texts: { memoryMax: '' } })).toEqual({ name: 'shop', limits: { memoryMax: null } })
  expect(input({ texts: { cpuQuota: '150' } })).toEqual({ name: 'shop', limits: { cpuQuota: 150 } })
})

test('a variable that is renamed goes under its old name', () => {
  const environment = [
    { name: 'TITLE', value: 'shop' },
    { name: 'KEY', value: 'other' },
  ]
  expect(input({ environment })).toEqual({
    name: 'shop',
    setEnvironment: { TITLE: 'shop', KEY: 'other' },
    unsetEnvironment: ['SITE'],
  })
})

test('a new command comes with the activation that is shown', () => {
  expect(input({ texts: { command: "/srv/shop/other '-v w'" } })).toEqual({
    name: 'shop',
    command: ['/srv/shop/other', '-v w'],
    activation: 'native',
  })
})

test('each field that is not valid is named', () => {
  const texts = { idle: 'soon', memoryMax: '1K', cpuQuota: 'much', command: '/srv/server "open' }
  expect(faults({ texts })).toEqual({
    'texts.idle': 'not-time-span',
    'texts.memoryMax': 'not-size',
    'texts.cpuQuota': 'not-percent',
    'texts.command': 'open-quote',
  })
  expect(faults({ domains: [] })).toEqual({ 'lists.domains': 'domain-last' })
  expect(faults({ domains: ['Shop.example.com', 'a.example.com', 'a.example.com'] })).toEqual({
    'lists.domains.0.text': 'domain-case',
    'lists.domains.2.text': 'domain-twice',
  })
  const environment = [
    { name: 'A', value: 'x' },
    { name: 'A', value: 'x\ny' },
    { name: 'HOME', value: '' },
  ]
  expect(faults({ environment })).toEqual({
    'maps.environment.1.name': 'variable-twice',
    'maps.environment.1.value': 'variable-control',
    'maps.environment.2.name': 'variable-own',
  })
})
