import { TenantSpec } from '@pilot/contract'
import { expect, test } from 'vitest'
import { changeOf, formOf, type SettingsForm } from '../src/features/tenant/settings/settings-form.ts'

const spec = TenantSpec.parse({
  name: 'shop',
  idle: 300_000,
  command: ['/srv/shop/server', '--title', ' a b '],
  domains: ['shop.example.com'],
  environment: { SITE: 'shop', KEY: 'secret' },
  limits: { memoryMax: 256 * 1024 ** 2, tasksMax: 32 },
})
const form = formOf(spec)
const change = (changes: Partial<SettingsForm>) => changeOf(spec, { ...form, ...changes })
const input = (changes: Partial<SettingsForm>) => {
  const found = change(changes)
  return found.state === 'changed' ? found.input : found
}
const faults = (changes: Partial<SettingsForm>) => {
  const found = change(changes)
  return found.state === 'faulty' ? Object.fromEntries(found.faults) : found
}

test('a form that nobody touched changes nothing, whatever its arguments hold', () => {
  expect(changeOf(spec, form)).toEqual({ state: 'same' })
})

test('the same value in other words changes nothing', () => {
  expect(change({ idle: '300s', memoryMax: '256 MiB' })).toEqual({ state: 'same' })
})

test('only what differs is told', () => {
  expect(input({ idle: '10s' })).toEqual({ name: 'shop', idle: 10_000 })
  expect(input({ domains: ['shop.example.com', 'b.example.com'] })).toEqual({
    name: 'shop',
    domains: ['shop.example.com', 'b.example.com'],
  })
  expect(input({ runtimeMax: '1h' })).toEqual({ name: 'shop', runtimeMax: 3_600_000 })
})

test('an empty limit lifts it, and the others stay', () => {
  expect(input({ memoryMax: '' })).toEqual({ name: 'shop', limits: { memoryMax: null } })
  expect(input({ cpuQuota: '150' })).toEqual({ name: 'shop', limits: { cpuQuota: 150 } })
})

test('a variable that is renamed goes under its old name', () => {
  const environment = [
    { id: 'SITE', name: 'TITLE', value: 'shop' },
    { id: 'KEY', name: 'KEY', value: 'other' },
  ]
  expect(input({ environment })).toEqual({
    name: 'shop',
    setEnvironment: { TITLE: 'shop', KEY: 'other' },
    unsetEnvironment: ['SITE'],
  })
})

test('a new command comes with the activation that is shown', () => {
  expect(input({ command: "/srv/shop/other '-v w'" })).toEqual({
    name: 'shop',
    command: ['/srv/shop/other', '-v w'],
    activation: 'native',
  })
})

test('each field that is not valid is named', () => {
  expect(faults({ idle: 'soon', memoryMax: '1K', cpuQuota: 'much', command: '/srv/server "open' })).toEqual({
    idle: 'idle',
    memoryMax: 'memoryMax',
    cpuQuota: 'cpuQuota',
    command: 'command',
  })
  expect(faults({ domains: [] })).toEqual({ domains: 'noDomain' })
  expect(faults({ domains: ['Shop.example.com', 'a.example.com', 'a.example.com'] })).toEqual({
    'domains.0': 'domain',
    'domains.2': 'domainTwice',
  })
  const environment = [
    { id: '1', name: 'A', value: 'x' },
    { id: '2', name: 'A', value: 'x\ny' },
    { id: '3', name: 'HOME', value: '' },
  ]
  expect(faults({ environment })).toEqual({
    'environment.1.name': 'variableTwice',
    'environment.1.value': 'variableValue',
    'environment.2.name': 'variableName',
  })
})
