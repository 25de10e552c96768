import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { settings } from '../src/index.ts'
import { changeBy, mergeBy } from '../src/settings/change.ts'
import { differenceBy } from '../src/settings/difference.ts'
import { columnsOf, readTenantList } from '../src/settings/list.ts'
import { secretKeysOf, withoutSecretsBy } from '../src/settings/secrets.ts'
import { ofDomain, type Settings } from '../src/settings/setting.ts'
import { createShape, setShape, wishShape } from '../src/settings/shapes.ts'
import { isInfinity, readSetting, writeSetting } from '../src/settings/text.ts'

/** Pilot's own table, and a setting as it may come: of a domain, secret, of several lines. */
const table = {
  ...settings,
  key: ofDomain({
    kind: 'lines',
    schema: z.string().max(100),
    group: 'route',
    flag: 'key',
    placeholder: 'file',
    secret: true,
  }),
} satisfies Settings

const pem = '-----BEGIN KEY-----\nMIIB\n-----END KEY-----\n'
const wish = {
  domains: ['a.example', 'b.example'],
  idle: 1000,
  limits: { memoryMax: 8_388_608, tasksMax: 10 },
  environment: { A: '1', B: '2' },
  domainSettings: { 'a.example': { key: pem } },
}

describe('what create and set take', () => {
  const create = z.object(createShape(table))
  const set = z.object(setShape(table))

  test('is every setting of the table, those of domains by domain', () => {
    const given = create.parse(wish)
    expect(given).toEqual(wish)
    expect(given.domainSettings?.['a.example' as never]).toEqual({ key: pem })
    expect(create.safeParse({ domainSettings: { A: { key: pem } } }).success).toBe(false)
    expect(create.safeParse({ domains: [] }).success).toBe(false)
  })

  test('takes a word of a list once', () => {
    const twice = { domains: ['a.example', 'b.example', 'a.example'] }
    for (const schema of [create, set])
      expect(schema.parse(twice)).toMatchObject({ domains: ['a.example', 'b.example'] })
  })

  test('of a change is null for what may be lifted, and nothing for what is fixed', () => {
    expect(set.parse({ runtimeMax: null, limits: { memoryMax: null }, scope: 'user' })).toEqual({
      runtimeMax: null,
      limits: { memoryMax: null },
    })
    expect(set.safeParse({ idle: null }).success).toBe(false)
    expect(set.parse({ domainSettings: { 'a.example': { key: null } } })).toEqual({
      domainSettings: { 'a.example': { key: null } },
    })
  })

  test('a wish that says nothing is what the table says', () => {
    expect(z.object(wishShape(table)).parse({})).toEqual({
      domains: [],
      command: ['/usr/local/bin/user-rest-api'],
      activation: 'native',
      listen: 'port',
      scope: 'system',
      sandbox: 'pilot',
      idle: 300_000,
      limits: {},
      environment: {},
    })
  })
})

describe('a change', () => {
  test('that says nothing leaves everything', () => expect(changeBy(table, wish, {})).toEqual(wish))

  test('replaces, lifts, adds, removes, sets and unsets', () => {
    expect(
      changeBy(table, wish, {
        idle: 2000,
        limits: { memoryMax: null, cpuQuota: 50 },
        addDomains: ['c.example'],
        removeDomains: ['b.example'],
        setEnvironment: { C: '3' },
        unsetEnvironment: ['A'],
        domainSettings: { 'c.example': { key: 'x' } },
      }),
    ).toEqual({
      domains: ['a.example', 'c.example'],
      idle: 2000,
      limits: { tasksMax: 10, cpuQuota: 50 },
      environment: { B: '2', C: '3' },
      domainSettings: { 'a.example': { key: pem }, 'c.example': { key: 'x' } },
    })
  })

  test('drops what is said of a domain that goes, and of one that is not there', () => {
    const changed = changeBy(table, wish, {
      removeDomains: ['a.example'],
      domainSettings: { 'z.example': { key: 'x' } },
    })
    expect(changed).not.toHaveProperty('domainSettings')
  })

  test('by a create command replaces what it says and keeps the rest', () => {
    expect(mergeBy(table, wish, { idle: 2000, domainSettings: { 'b.example': { key: 'y' } } })).toEqual({
      ...wish,
      idle: 2000,
      domainSettings: { 'a.example': { key: pem }, 'b.example': { key: 'y' } },
    })
  })
})

test('what is fixed stays, whatever a create command says of it', () =>
  expect(mergeBy(table, { ...wish, scope: 'system' }, { scope: 'user', idle: 2000 })).toMatchObject({
    scope: 'system',
    idle: 2000,
  }))

describe('a difference', () => {
  test('is none where all that was asked for stands', () => {
    expect(differenceBy(table, wish, {})).toBeUndefined()
    expect(differenceBy(table, wish, { idle: 1000, limits: { tasksMax: 10 } })).toBeUndefined()
    expect(differenceBy(table, wish, wish)).toBeUndefined()
  })

  test('is the first of the table, with the value that stands', () => {
    expect(differenceBy(table, wish, { idle: 5, limits: { tasksMax: 11 } })).toEqual({
      code: 'idle',
      domain: null,
      value: 1000,
    })
    expect(differenceBy(table, wish, { runtimeMax: 5000 })).toMatchObject({ code: 'runtimeMax', value: null })
  })

  test('is none of a list in another order', () =>
    expect(differenceBy(table, wish, { domains: ['b.example', 'a.example', 'b.example'] })).toBeUndefined())

  test('of a secret names the domain and no value', () => {
    const asked = { domainSettings: { 'a.example': { key: 'other' } } }
    expect(differenceBy(table, wish, asked)).toEqual({ code: 'key', domain: 'a.example', value: null })
  })
})

test('a limit is written one way in a flag, a cell and a field', () => {
  for (const text of ['64M', '64m', '64MB', '64 MiB'])
    expect(readSetting(table.memoryMax, text), text).toEqual({ value: 67_108_864 })
  for (const text of ['50', '50%', '50 %'])
    expect(readSetting(table.cpuQuota, text), text).toEqual({ value: 50 })
  const { tenants } = readTenantList(table, [
    ['name', 'memory', 'runtime-max'],
    ['shop', 'infinity', 'infinity'],
  ])
  expect(tenants[0]).toMatchObject({ input: { name: 'shop' }, faults: [] })
  expect(isInfinity(table.idle, 'infinity')).toBe(false)
})

describe('secrets', () => {
  test('are hidden from everybody, values of variables from who may not see them', () => {
    expect(withoutSecretsBy(table, wish, false)).toEqual({
      ...wish,
      domainSettings: { 'a.example': { key: '***' } },
    })
    expect(withoutSecretsBy(table, wish, true)).toMatchObject({ environment: { A: '***', B: '***' } })
    expect(secretKeysOf(table)).toEqual([...secretKeysOf(settings), 'key'])
  })
})

describe('text', () => {
  test.each([
    ['idle', '1min', 60_000],
    ['memoryMax', '64M', 67_108_864],
    ['cpuQuota', '50%', 50],
    ['tasksMax', '64', 64],
    ['scope', 'user', 'user'],
    ['domains', 'a.example b.example', ['a.example', 'b.example']],
    ['command', '/bin/a b', ['/bin/a', 'b']],
    ['environment', 'A=1\nB=a=b ', { A: '1', B: 'a=b ' }],
    ['key', pem, pem],
  ] as const)('of %s is read and written: %j', (key, text, value) => {
    expect(readSetting(table[key], text)).toEqual({ value })
    expect(writeSetting(table[key], value)).toBe(text)
  })

  test.each(['64 MiB', '64mb', '64m', ' 64 M '])('%j is a size too', (text) =>
    expect(readSetting(table.memoryMax, text)).toEqual({ value: 67_108_864 }),
  )

  test.each([
    ['idle', '1ms', { code: 'time-span-short', text: '1ms', least: 100 }],
    ['idle', '8d', { code: 'time-span-long', text: '8d', most: 604_800_000 }],
    ['idle', 'soon', { code: 'not-time-span', text: 'soon' }],
    ['memoryMax', '1K', { code: 'not-size', text: '1K', least: 4_194_304, most: 1_099_511_627_776 }],
    ['cpuQuota', '1.5', { code: 'not-percent', text: '1.5', least: 1, most: 100_000 }],
    ['scope', 'both', { code: 'none-of', options: ['system', 'user'] }],
    ['domains', 'a.example b', { code: 'domain-labels' }],
    ['environment', 'A', { code: 'not-variable', text: 'A' }],
    ['environment', '1A=x', { code: 'variable-name' }],
  ] as const)('of %s cannot be %j', (key, text, fault) => {
    expect(readSetting(table[key], text)).toEqual({ fault })
  })
})

describe('a list of tenants', () => {
  const read = (...records: string[][]) => readTenantList(table, records)

  test('has a column for every setting', () => {
    expect(columnsOf(table)).toEqual([
      'name',
      'domains',
      'exec',
      'activation',
      'listen',
      'scope',
      'sandbox',
      'idle',
      'runtime-max',
      'memory-max',
      'cpu-quota',
      'tasks-max',
      'env',
      'key',
    ])
  })

  test('says nothing by an empty cell', () => {
    const { tenants, faults } = read(columnsOf(table), [
      'shop',
      ...columnsOf(table)
        .slice(1)
        .map(() => ''),
    ])
    expect(faults).toEqual([])
    expect(tenants).toEqual([
      { line: 2, name: 'shop', domains: ['shop.localhost'], input: { name: 'shop' }, faults: [] },
    ])
  })

  test('counts lines as the text has them, with those in quotes', () => {
    const { tenants } = read(['name', 'env'], ['shop', 'A=1\nB=2'], [''], ['Blog', ''])
    expect(tenants.map(({ line }) => line)).toEqual([2, 5])
    expect(tenants[0]?.input?.environment).toEqual({ A: '1', B: '2' })
    expect(tenants[1]?.faults).toEqual([{ code: 'cell', column: 'name', fault: { code: 'name-start' } }])
  })

  test('takes a setting of domains for all of a line, or by domain', () => {
    const one = read(['name', 'key', 'domains'], ['shop', 'x', 'a.example b.example'])
    expect(one.tenants[0]?.faults).toEqual([])
    expect(one.tenants[0]?.input?.domainSettings).toEqual({
      'a.example': { key: 'x' },
      'b.example': { key: 'x' },
    })
    const by = read(['name', 'key'], ['shop', '{"a.example":"x"'])
    expect(by.tenants[0]?.faults).toEqual([{ code: 'cell', column: 'key', fault: { code: 'not-json' } }])
    const strange = read(['name', 'key'], ['shop', '{"a.example":"x"}'])
    expect(strange.tenants[0]?.input).toBeNull()
    expect(strange.tenants[0]?.faults).toEqual([
      { code: 'cell', column: 'key', fault: { code: 'domain-strange', domain: 'a.example' } },
    ])
  })

  test('keeps every byte of a value that has several lines', () => {
    const lines = `  ${pem}`
    for (const cell of [lines, JSON.stringify({ 'shop.localhost': lines })])
      expect(read(['name', 'key'], ['shop', cell]).tenants[0]?.input?.domainSettings).toEqual({
        'shop.localhost': { key: lines },
      })
  })
})
