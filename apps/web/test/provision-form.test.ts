import { CreateTenantInput, settings, speak } from '@pilot/contract'
import { describe, expect, it } from 'vitest'
import { looksLikeDotenv, parseDotenv } from '../src/shared/tenant-form/dotenv.ts'
import { readNew, type NewTenantValues } from '../src/shared/tenant-form/read-new.ts'
import { newValues, type MapRow, type SettingValues, type Texts } from '../src/shared/tenant-form/values.ts'

interface Changes {
  readonly name?: string
  readonly domains?: readonly string[]
  readonly program?: SettingValues['program']
  readonly texts?: Texts
  readonly environment?: MapRow[]
}

const read = ({ name = 'shop', domains = ['shop.localhost'], program, texts, environment }: Changes) => {
  const empty = newValues(settings)
  const values: NewTenantValues = {
    name,
    program: program ?? empty.program,
    texts: { ...empty.texts, ...texts },
    lists: { domains: domains.map((text) => ({ text, settings: {} })) },
    maps: { environment: environment ?? [] },
  }
  return readNew(values)
}
const form = (changes: Changes) => {
  const found = read(changes)
  return { data: 'input' in found ? found.input : undefined }
}
const faults = (changes: Changes) => {
  const found = read(changes)
  return 'faults' in found
    ? found.faults.map(({ path, fault }) => `${path}: ${speak.inputFault(fault)}`)
    : undefined
}

describe('the form', () => {
  it('makes of a name and its domain what the agent takes', () => {
    const input = form({}).data
    expect(input).toEqual({
      name: 'shop',
      domains: ['shop.localhost'],
      idle: 300_000,
      scope: 'system',
      sandbox: 'pilot',
    })
    expect(CreateTenantInput.safeParse(input).success).toBe(true)
  })

  it('leaves the domain to the agent where it is empty', () =>
    expect(form({ domains: [' '] }).data).not.toHaveProperty('domains'))

  it('makes of everything that can be said what the agent takes', () => {
    const input = form({
      program: 'command',
      texts: {
        command: `/srv/shop/server --title 'My "shop"'`,
        activation: 'proxied',
        listen: 'socket',
        idle: '1h 30min',
        runtimeMax: '2h',
        scope: 'user',
        sandbox: 'pilot',
        memoryMax: '128 MiB',
        cpuQuota: '50 %',
        tasksMax: '32',
      },
      environment: [{ name: 'COLOUR', value: 'blue = green' }],
    }).data
    expect(input).toEqual({
      name: 'shop',
      domains: ['shop.localhost'],
      idle: 5_400_000,
      runtimeMax: 7_200_000,
      scope: 'user',
      sandbox: 'pilot',
      command: ['/srv/shop/server', '--title', 'My "shop"'],
      activation: 'proxied',
      listen: 'socket',
      environment: { COLOUR: 'blue = green' },
      limits: { memoryMax: 128 * 1024 ** 2, cpuQuota: 50, tasksMax: 32 },
    })
    expect(CreateTenantInput.parse(input)).toEqual(input)
  })

  it('says nothing of a program where the sample app runs, whatever was typed before', () =>
    expect(form({ texts: { command: 'rubbish "', activation: 'proxied' } }).data).toEqual(form({}).data))

  it('leaves the way of activation to the agent unless it was chosen', () => {
    expect(form({ program: 'command', texts: { command: '/srv/a.mjs' } }).data).not.toHaveProperty('listen')
    expect(form({ program: 'command', texts: { command: '/srv/a' } }).data).toMatchObject({ listen: 'port' })
    expect(form({ program: 'command', texts: { command: '/srv/a' } }).data).not.toHaveProperty('activation')
  })

  it.each([
    [{ name: 'Shop' }, ['name: the name must begin with a lower-case letter a-z']],
    [
      { domains: ['shop'] },
      ['lists.domains.0.text: the domain needs at least two labels, like shop.example.com'],
    ],
    [{ domains: ['a.example', 'a.example'] }, ['lists.domains.1.text: the domain stands twice']],
    [
      { program: 'command', texts: { command: '/srv/a "b' } },
      ['texts.command: a quote is not closed, or a backslash stands at the end'],
    ],
    [{ program: 'command', texts: { command: '' } }, ['texts.command: the command is empty']],
    [
      { program: 'command', texts: { command: 'server' } },
      ['texts.command: the program must be an absolute path like /srv/shop/server'],
    ],
    [
      {
        environment: [
          { name: 'PATH', value: 'a' },
          { name: 'PATH', value: 'b' },
        ],
      },
      ['maps.environment.1.name: the variable stands twice'],
    ],
    [
      { texts: { memoryMax: '1 MiB' } },
      ['texts.memoryMax: "1 MiB" does not fit; write a size from 4M to 1T like 64M'],
    ],
    [
      { texts: { memoryMax: 'much' } },
      ['texts.memoryMax: "much" does not fit; write a size from 4M to 1T like 64M'],
    ],
    [
      { texts: { cpuQuota: '0' } },
      ['texts.cpuQuota: "0" does not fit; write a percentage of one core from 1% to 100000% like 50%'],
    ],
    [{ texts: { tasksMax: '3' } }, ['texts.tasksMax: "3" does not fit; write a number from 4 to 100000']],
  ] satisfies [Changes, string[]][])('finds the fault in %j at its field', (values, expected) =>
    expect(faults(values)).toEqual(expected),
  )

  it('tells the idle time that cannot be in the words of the contract', () =>
    expect(faults({ texts: { idle: '1ms' } })).toEqual(['texts.idle: 1ms is too short; at least 100ms']))
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
