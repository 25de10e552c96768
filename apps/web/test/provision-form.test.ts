import { CreateTenantInput, inputFaultOf, speak } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { splitCommand } from '../src/shared/tenant/command-line.ts'
import { emptyForm } from '../src/features/provision/defaults.ts'
import { looksLikeDotenv, parseDotenv } from '../src/features/provision/dotenv.ts'
import { ProvisionForm, type ProvisionValues } from '../src/features/provision/form-schema.ts'

const form = (values: Partial<ProvisionValues>) =>
  ProvisionForm.safeParse({ ...emptyForm, name: 'shop', domains: [{ value: 'shop.localhost' }], ...values })
const faults = (values: Partial<ProvisionValues>) =>
  form(values).error?.issues.map(
    (issue) => `${issue.path.join('.')}: ${speak.inputFault(inputFaultOf(issue))}`,
  )

describe('the form', () => {
  it('makes of a name and its domain what the agent takes', () => {
    const input = form({}).data
    expect(input).toEqual({ name: 'shop', domains: ['shop.localhost'], idle: 300_000, scope: 'system' })
    expect(CreateTenantInput.safeParse(input).success).toBe(true)
  })

  it('leaves the domain to the agent where it is empty', () =>
    expect(form({ domains: [{ value: ' ' }] }).data).not.toHaveProperty('domains'))

  it('makes of everything that can be said what the agent takes', () => {
    const input = form({
      program: 'command',
      command: `/srv/shop/server --title 'My "shop"'`,
      activation: 'proxied',
      listen: 'socket',
      idle: '1h 30min',
      scope: 'user',
      environment: [{ name: 'COLOUR', value: 'blue = green' }],
      memoryMax: '128 MiB',
      cpuQuota: '50 %',
      tasksMax: '32',
    }).data
    expect(input).toEqual({
      name: 'shop',
      domains: ['shop.localhost'],
      idle: 5_400_000,
      scope: 'user',
      command: ['/srv/shop/server', '--title', 'My "shop"'],
      activation: 'proxied',
      listen: 'socket',
      environment: { COLOUR: 'blue = green' },
      limits: { memoryMax: 128 * 1024 ** 2, cpuQuota: 50, tasksMax: 32 },
    })
    expect(CreateTenantInput.parse(input)).toEqual(input)
  })

  it('says nothing of a program where the sample app runs, whatever was typed before', () =>
    expect(form({ command: 'rubbish "', activation: 'proxied' }).data).toEqual(form({}).data))

  it('leaves the way of activation to the agent unless it was chosen', () => {
    expect(form({ program: 'command', command: '/srv/a.mjs' }).data).not.toHaveProperty('listen')
    expect(form({ program: 'command', command: '/srv/a' }).data).toMatchObject({ listen: 'port' })
    expect(form({ program: 'command', command: '/srv/a' }).data).not.toHaveProperty('activation')
  })

  it.each([
    [{ name: 'Shop' }, ['name: the name must begin with a lower-case letter a-z']],
    [
      { domains: [{ value: 'shop' }] },
      ['domains.0.value: the domain needs at least two labels, like shop.example.com'],
    ],
    [
      { domains: [{ value: 'a.example' }, { value: 'a.example' }] },
      ['domains.1.value: the domain stands twice'],
    ],
    [
      { program: 'command', command: '/srv/a "b' },
      ['command: a quote is not closed, or a backslash stands at the end'],
    ],
    [
      { program: 'command', command: '' },
      [
        'command: the command is empty',
        'command: the program must be an absolute path like /srv/shop/server',
      ],
    ],
    [
      {
        environment: [
          { name: 'PATH', value: 'a' },
          { name: 'PATH', value: 'b' },
        ],
      },
      ['environment.1.name: the variable stands twice'],
    ],
    [{ memoryMax: '1 MiB' }, ['memoryMax: "1 MiB" does not fit; write a size from 4M to 1T like 64M']],
    [{ memoryMax: 'much' }, ['memoryMax: "much" does not fit; write a size from 4M to 1T like 64M']],
    [
      { cpuQuota: '0' },
      ['cpuQuota: "0" does not fit; write a percentage of one core from 1% to 100000% like 50%'],
    ],
    [{ tasksMax: '3' }, ['tasksMax: "3" does not fit; write a number from 4 to 100000']],
  ] satisfies [Partial<ProvisionValues>, string[]][])(
    'finds the fault in %j at its field',
    (values, expected) => expect(faults(values)).toEqual(expected),
  )

  it('tells the idle time that cannot be in the words of the contract', () =>
    expect(faults({ idle: '1ms' })).toEqual(['idle: 1ms is too short; at least 100ms']))
})

describe('a command line', () => {
  it('is cut as a shell would, and nothing is expanded', () =>
    expect(splitCommand(`/bin/app "a b" c\\ d '$HOME' *`)).toEqual(['/bin/app', 'a b', 'c d', '$HOME', '*']))
  it('with an open quote is none', () => expect(splitCommand(`/bin/app "a`)).toBe(null))
})

describe('a pasted .env file', () => {
  it('gives names and values without their quotes, comments left out', () =>
    expect(
      parseDotenv(
        `# settings\r\nexport COLOUR=blue # warm\nURL="http://a/?b=c#d"\nTEXT='it "is"'\n\nEMPTY=\nSAID="a \\"b\\""\nno line of it`,
      ),
    ).toEqual([
      { name: 'COLOUR', value: 'blue' },
      { name: 'URL', value: 'http://a/?b=c#d' },
      { name: 'TEXT', value: 'it "is"' },
      { name: 'EMPTY', value: '' },
      { name: 'SAID', value: 'a "b"' },
    ]))
  it('is told from one name by its lines and equals signs', () => {
    expect(looksLikeDotenv('COLOUR')).toBe(false)
    expect(looksLikeDotenv('COLOUR=blue')).toBe(true)
  })
})
