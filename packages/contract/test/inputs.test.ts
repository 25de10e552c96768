import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
  Command,
  CreateTenantInput,
  Environment,
  inputFaultOf,
  Limits,
  LogsQuery,
  parseBytes,
  readSetting,
  ReportForeignInput,
  settings,
  SetTenantInput,
  speak,
  UnitsInput,
} from '../src/index.ts'

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success

const reasonFor = (schema: z.ZodType, value: unknown): string =>
  speak.inputFault(inputFaultOf(schema.safeParse(value).error?.issues[0]))

const noncharacters = [
  '\ufdd0',
  'a\ufdef',
  '\ufffeb',
  '\uffff',
  '\u{1fffe}',
  '\u{10ffff}',
  '\ud800',
  '\udc00a',
]

describe('a command', () => {
  test.each([
    [['/srv/app']],
    [['/usr/bin/node', 'app.js']],
    [['/a', '$HOME', '%i', '"quoted"', 'a b', 'ü']],
    [['/a', '']],
    [['/a', "it's", 'C:\\', '\u{1f600}\ufffd']],
    [['/srv/my app/ü.%i']],
    [[`/${'a'.repeat(255)}/b`]],
  ])('%j is one', (command) => {
    expect(accepts(Command, command)).toBe(true)
  })

  test.each([
    [[]],
    [['node']],
    [['./app']],
    [['/']],
    [['/srv/../bin/sh']],
    [['/a', 'b\nc']],
    [['/a', '\0']],
    [['']],
    [Array(65).fill('/a')],
  ])('%j is none', (command) => {
    expect(accepts(Command, command)).toBe(false)
  })

  test.each([
    ['/srv/"shop"', 'holds a quote or a backslash'],
    ["/srv/it's", 'holds a quote or a backslash'],
    ['/srv/a\\b', 'holds a quote or a backslash'],
    ['/srv/shop/', 'must be a file'],
    ['/srv/./shop', 'must be an absolute path'],
    ['srv/shop', 'must be an absolute path'],
    [`/${'ü'.repeat(128)}`, 'too long'],
    ['/a'.repeat(2048), 'too long'],
    ['/srv/\ufffe', 'no Unicode noncharacter'],
  ])('cannot begin with %j, which systemd refuses as a program', (program, reason) => {
    expect(reasonFor(Command, [program])).toContain(reason)
  })

  test.each(noncharacters)('has no argument with %j, with which systemd refuses the unit', (text) => {
    expect(reasonFor(Command, ['/a', text])).toBe('an argument holds no Unicode noncharacter, such as U+FFFE')
  })
})

describe('an environment', () => {
  test('takes names and one-line values', () => {
    expect(accepts(Environment, { A: '', NODE_ENV: 'production', x_1: 'a "b" $c %d \\ \t ü' })).toBe(true)
  })

  test.each(['', '1A', 'A-B', 'A B', 'A=B', 'ü', 'PILOT_X', 'LISTEN_FDS', 'HOME', 'USER', 'A\n'])(
    'refuses the name %j',
    (name) => {
      expect(accepts(Environment, { [name]: 'x' })).toBe(false)
    },
  )

  test("takes the one variable of Pilot's preload", () => {
    expect(accepts(Environment, { PILOT_HTTP_WEBSOCKET: '1' })).toBe(true)
  })

  test.each([
    ['create', CreateTenantInput, '{"name":"shop","environment":{"__proto__":"x"}}'],
    ['set', SetTenantInput, '{"name":"shop","setEnvironment":{"A":"","__proto__":"x"}}'],
    ['unset', SetTenantInput, '{"name":"shop","unsetEnvironment":["__proto__"]}'],
    ['a domain', CreateTenantInput, '{"name":"shop","domainSettings":{"__proto__":{}}}'],
  ])('refuses __proto__ rather than to drop it: %s', (_, schema, text) => {
    expect(accepts(schema, JSON.parse(text))).toBe(false)
  })

  test.each(['__proto__=x', '{"__proto__":"x"}'])('refuses __proto__ as text: %s', (text) => {
    expect(readSetting(settings.environment, text)).toEqual({ fault: { code: 'variable-proto' } })
  })

  test.each(['a\nb', 'a\0', '\u0007', 'x'.repeat(32_769)])(
    'refuses a value with control characters or too long',
    (value) => {
      expect(accepts(Environment, { A: value })).toBe(false)
    },
  )

  test.each(noncharacters)('refuses the value %j, with which systemd ignores the whole file', (value) => {
    expect(reasonFor(Environment, { A: value })).toBe(
      'an environment value holds no Unicode noncharacter, such as U+FFFE',
    )
  })
})

test.each([
  ['64M', 67_108_864],
  ['1.5G', 1_610_612_736],
  ['4096', 4096],
  ['1K', 1024],
  ['2T', 2 * 1024 ** 4],
  ['64m', undefined],
  ['64MB', undefined],
  ['-1', undefined],
  ['', undefined],
])('%j is %s bytes', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes)
})

test.each([{ memoryMax: 1 }, { cpuQuota: 0 }, { tasksMax: 1 }, { memoryMax: 1.5 }, { memoryMax: '64M' }])(
  '%j is no limit',
  (limits) => {
    expect(accepts(Limits, limits)).toBe(false)
  },
)

test.each(['caddy.service', 'user@1000.service', 'dev-disk-by\\x2duuid.mount', 'pilot@a.socket'])(
  '%s is a unit',
  (unit) => {
    expect(accepts(UnitsInput, { units: [unit] })).toBe(true)
  },
)

test.each([
  '',
  'caddy',
  '../x.service',
  'a b.service',
  '-.slicex',
  'a.service\n',
  '$(id).service',
  'a/b.service',
])('%j is no unit', (unit) => {
  expect(accepts(UnitsInput, { units: [unit] })).toBe(false)
})

test.each(['10min ago', 'today', '2026-01-31 12:00'])('logs since %s', (since) => {
  expect(accepts(LogsQuery, { name: 'shop', since })).toBe(true)
})

test.each(['--file=/etc/shadow\n', '$(id)', 'a;b', '\n'])('not logs since %j', (since) => {
  expect(accepts(LogsQuery, { name: 'shop', since })).toBe(false)
})

test.each(['deleteTenant', 'unknown'])('a foreign request for %s is reported', (action) => {
  expect(accepts(ReportForeignInput, { action, origin: null })).toBe(true)
})

test.each(['', 'see evil.example', 'wake\n', '<b>', 'wake,me', 'x'.repeat(33)])(
  '%j is no action to report',
  (action) => {
    expect(accepts(ReportForeignInput, { action, origin: null })).toBe(false)
  },
)
