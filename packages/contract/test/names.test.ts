import { describe, expect, test } from 'vitest'
import { Domain, inputFaultOf, isReservedName, speak, TenantName } from '../src/index.ts'

const fault = (schema: typeof TenantName | typeof Domain, text: unknown): string =>
  speak.inputFault(inputFaultOf(schema.safeParse(text).error?.issues[0]))

describe('a tenant name', () => {
  test.each(['a', 'shop', 'shop-1', 'a1-b2-c3', 'a'.repeat(31), 'mytenant', 'fake1'])('%s is one', (name) => {
    expect(TenantName.parse(name)).toBe(name)
  })

  test.each([
    ['', 'is empty'],
    ['a'.repeat(32), '32 characters'],
    ['Shop', 'must begin with a lower-case letter'],
    ['sHop', 'only lower-case letters'],
    ['müller', 'only lower-case letters'],
    ['öl', 'must begin'],
    ['..', 'must begin'],
    ['a..b', 'only lower-case'],
    ['a/b', 'only lower-case'],
    ['../etc/passwd', 'must begin'],
    ['shop\n', 'only lower-case'],
    ['shop\nx', 'only lower-case'],
    ['sh%p', 'only lower-case'],
    ['%i', 'must begin'],
    ['sh"p', 'only lower-case'],
    ["sh'p", 'only lower-case'],
    ['shop;drop', 'only lower-case'],
    ['$(id)', 'must begin'],
    ['a$(id)', 'only lower-case'],
    ['a`id`', 'only lower-case'],
    ['a b', 'only lower-case'],
    [' a', 'must begin'],
    ['a\0', 'only lower-case'],
    ['1shop', 'must begin'],
    ['-shop', 'must begin'],
    ['shop-', 'must not end with a hyphen'],
    ['shop_1', 'only lower-case'],
    ['a@b', 'only lower-case'],
    ['root', 'reserved'],
    ['postgres', 'reserved'],
    ['pilot', 'reserved'],
    ['pilot-web', 'reserved'],
    ['www-data', 'reserved'],
    ['caddy', 'reserved'],
    ['template1', 'reserved'],
    ['systemd-network', 'reserved'],
  ])('%j is none, because it %s', (name, reason) => {
    expect(fault(TenantName, name)).toContain(reason)
  })

  test.each([undefined, null, 1, {}, ['a']])('%j is none', (name) => {
    expect(TenantName.safeParse(name).success).toBe(false)
  })

  test('names that only resemble reserved ones are free', () => {
    expect(['rooted', 'pilots', 'postgres1'].filter(isReservedName)).toEqual([])
  })
})

describe('a domain', () => {
  const longLabel = 'a'.repeat(63)
  const longest = `${longLabel}.${longLabel}.${longLabel}.${'a'.repeat(56)}`

  test.each([
    'shop.localhost',
    'a.b',
    'shop.example.com',
    '1.example.com',
    'xn--mller-kva.de',
    'a-b.c-d.e',
    longest,
  ])('%s is one', (domain) => {
    expect(Domain.parse(domain)).toBe(domain)
  })

  test('leaves room for the longest ending of the files named after it', () => {
    expect(`${Domain.parse(longest)}.tenant`).toHaveLength(255)
  })

  test.each([
    ['', 'is empty'],
    [`a${longest}`, '249 characters, 248 are allowed'],
    [`a.${longest}`, '250 characters'],
    [`${longLabel}a.com`, 'more than 63'],
    ['Shop.example.com', 'lower case'],
    ['müller.de', 'xn-- form'],
    ['localhost', 'two labels'],
    ['..', 'empty label'],
    ['a..b', 'empty label'],
    ['.a.b', 'empty label'],
    ['a.b.', 'empty label'],
    ['../secret', 'host name alone'],
    ['a/b.c', 'host name alone'],
    ['a.b/../c', 'host name alone'],
    ['http://a.b', 'host name alone'],
    ['a.b\n', 'ASCII characters'],
    ['a\n.b', 'ASCII characters'],
    ['a.b\0', 'ASCII characters'],
    ['%i.example.com', 'only a-z'],
    ['a".b', 'only a-z'],
    ["a'.b", 'only a-z'],
    ['$(id).b', 'only a-z'],
    ['-a.b', 'only a-z'],
    ['a-.b', 'only a-z'],
    ['a_b.c', 'only a-z'],
    ['*.example.com', 'only a-z'],
    ['a.b:80', 'has no port'],
    ['user@a.b', 'only a-z'],
    ['a b.c', 'only a-z'],
    ['127.0.0.1', 'IP address'],
    ['[::1]', 'two labels'],
    ['{http.request.host}', 'only a-z'],
  ])('%j is none, because of: %s', (domain, reason) => {
    expect(fault(Domain, domain)).toContain(reason)
  })
})
