import { settings, type Settings } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withEndingsOf } from '../src/shared/tenant-form/fields/lines-field.tsx'
import { readChanges } from '../src/shared/tenant-form/read-change.ts'
import { readGiven } from '../src/shared/tenant-form/read-new.ts'
import { newValues, valuesOf, type SettingValues, type Texts } from '../src/shared/tenant-form/values.ts'

/** Pilot's own table, and settings as they may come: of a domain, secret, of several lines. */
const table: Settings = {
  ...settings,
  key: {
    of: 'domain',
    kind: 'lines',
    schema: z.string().max(100),
    group: 'route',
    flag: 'key',
    placeholder: 'file',
    secret: true,
  },
  motto: {
    of: 'domain',
    kind: 'text',
    schema: z.string().max(10),
    group: 'route',
    flag: 'motto',
    placeholder: 'text',
  },
}

const pem = '  -----BEGIN KEY-----\nMIIB\n-----END KEY-----\n'
/** As the agent tells it. */
const wish = {
  domains: ['a.example', 'b.example'],
  idle: 300_000,
  activation: 'native',
  listen: 'port',
  command: settings.command.standard,
  limits: {},
  environment: {},
  domainSettings: { 'a.example': { key: '***', motto: 'old' } },
}

describe('a setting of a domain', () => {
  const withRows = (values: SettingValues, ...rows: { text: string; settings: Texts }[]): SettingValues => ({
    ...values,
    lists: { domains: rows },
  })
  const given = (text: string, own: Texts) =>
    readGiven(table, withRows(newValues(table), { text, settings: own }), 'shop')

  it('is given to a new tenant beside its domain, every byte of it', () => {
    expect(given('a.example', { key: pem, motto: '' }).values['domainSettings']).toEqual({
      'a.example': { key: pem },
    })
  })

  it('is given to the domain of the name where none is typed', () => {
    const { values } = given('', { key: '', motto: 'new' })
    expect(values['domainSettings']).toEqual({ 'shop.localhost': { motto: 'new' } })
    expect(values).not.toHaveProperty('domains')
  })

  it('is wrong at its own field', () => {
    expect(given('a.example', { key: '', motto: 'far too long' }).faults).toEqual([
      { path: 'lists.domains.0.settings.motto', fault: { code: 'text-long', most: 10 } },
    ])
  })

  describe('of a tenant that stands', () => {
    const form = valuesOf(table, wish)
    const [a = { text: '', settings: {} }, b = a] = form.lists['domains'] ?? []
    const changes = (...rows: { text: string; settings: Texts }[]) =>
      readChanges(table, wish, withRows(form, ...rows)).values

    it('is not shown where it is secret, and untouched it stays', () => {
      expect(a.settings).toMatchObject({ key: '', motto: 'old' })
      expect(changes(a, b)).toEqual({})
    })

    it('is written anew, changed and taken off, each for its domain', () => {
      expect(
        changes({ ...a, settings: { key: pem, motto: '' } }, { ...b, settings: { key: '', motto: 'new' } }),
      ).toEqual({ domainSettings: { 'a.example': { key: pem, motto: null }, 'b.example': { motto: 'new' } } })
      expect(changes({ ...a, settings: { key: null, motto: 'old' } }, b)).toEqual({
        domainSettings: { 'a.example': { key: null } },
      })
    })

    it('goes along with a domain that is renamed, as far as it is shown', () => {
      expect(changes({ ...a, text: 'c.example' }, b)).toEqual({
        domains: ['c.example', 'b.example'],
        domainSettings: { 'c.example': { motto: 'old' } },
      })
    })
  })
})

describe('a value of several lines', () => {
  it('keeps the ending of its lines, which a browser shows as LF', () => {
    expect(withEndingsOf('a\r\nb', 'a\nb\nc')).toBe('a\r\nb\r\nc')
    expect(withEndingsOf('a\nb', 'a\nc')).toBe('a\nc')
    expect(withEndingsOf('', 'a\nc')).toBe('a\nc')
  })
})
