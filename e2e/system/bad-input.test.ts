import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, uidOf } from './support/machine.ts'
import { host, mustPilot, pilot, purge, run, shell } from './support/pilot.ts'
import { askSample } from './support/web.ts'

/** A fingerprint of everything that a refused command must not have touched. */
const fingerprint = (): Promise<string> =>
  shell(`getent passwd | sha256sum; getent group | sha256sum
    runuser -u postgres -- psql -XAtqc 'select rolname from pg_roles order by 1; select datname from pg_database order by 1'
    find /etc/systemd /etc/sysusers.d /etc/pilot /var/lib/pilot/by-domain /var/lib/pilot/tenants -printf '%p %m %u %s %l\\n' | sort
    systemctl list-units --all --plain --no-legend 'pilot*@*' | awk '{print $1, $3, $4}'`)

const oneSentence = /^pilot: [^\n]{10,400}\n$/

const refused = async (args: string[], exitCode: number): Promise<string> => {
  const before = await fingerprint()
  const outcome = await pilot(...args)
  expect(outcome.exitCode, outcome.stderr).toBe(exitCode)
  expect(outcome.stderr).toMatch(oneSentence)
  expect(await fingerprint()).toBe(before)
  return outcome.stderr
}

beforeAll(() => mustPilot('create-tenant', '--name=holder', '--domain=held.example.com'))
afterAll(async () => {
  await purge('holder')
  await host.exec(['userdel', '-r', 'stranger'])
  await sql('drop database if exists strangedb')
  await sql('drop role if exists strangerole')
  await sql('drop role if exists strangedb')
})

describe('a name is refused', () => {
  it.each([
    ['empty', ''],
    ['too long', 'a'.repeat(32)],
    ['in upper case', 'Shop'],
    ['with an umlaut', 'bücher'],
    ['going up', '..'],
    ['going up and on', '../etc'],
    ['with a slash', 'a/b'],
    ['with a line break', 'a\nb'],
    ['ending with a line break', 'ab\n'],
    ['with a percent sign', 'a%i'],
    ['with quotes', `a"b'c`],
    ['with a command in it', '$(reboot)'],
    ['beginning with a digit', '1shop'],
    ['with a space', 'a b'],
    ['with a semicolon', 'a;b'],
  ])('%s', async (_, name) => {
    await refused(['create-tenant', `--name=${name}`], 2)
  })

  it('beginning with a dash', async () => {
    await refused(['create-tenant', '--name=-shop'], 2)
  })

  it.each(['root', 'postgres', 'pilot', 'caddy', 'www-data', 'daemon', 'nobody', 'template1'])(
    'reserved: %s',
    async (name) => {
      expect(await refused(['create-tenant', `--name=${name}`], 2)).toContain('reserved')
    },
  )

  it('missing', async () => {
    await refused(['create-tenant'], 2)
  })
})

describe('a domain is refused', () => {
  it.each([
    ['empty', ''],
    ['too long', `${'a.'.repeat(130)}com`],
    ['in upper case', 'Shop.example.com'],
    ['with an umlaut', 'bücher.example.com'],
    ['going up', '../secret'],
    ['with a slash', 'a/b.example.com'],
    ['with a line break', 'a.example.com\nb'],
    ['with a percent sign', '%i.example.com'],
    ['with quotes', 'a".example.com'],
    ['with a command in it', '$(reboot).example.com'],
    ['with a leading dash', '-a.example.com'],
    ['with two dots', 'a..example.com'],
    ['with one label', 'example'],
    ['an address', '127.0.0.1'],
  ])('%s', async (_, domain) => {
    await refused(['create-tenant', '--name=fine', `--domain=${domain}`], 2)
  })

  it('that another tenant has', async () => {
    const said = await refused(['create-tenant', '--name=fine', '--domain=held.example.com'], 5)

    expect(said).toContain('held.example.com')
    expect(said).toContain('holder')
  })
})

describe('an idle time is refused', () => {
  it.each(['0', '-5s', '1 fortnight', '', 'soon', '1y', '1e3s', '99d'])('%s', async (idle) => {
    await refused(['create-tenant', '--name=fine', `--idle=${idle}`], 2)
  })
})

describe('other input is refused', () => {
  it.each([
    [['create-tenant', '--name=fine', '--memory-max=lots']],
    [['create-tenant', '--name=fine', '--tasks-max=-1']],
    [['create-tenant', '--name=fine', '--exec=server']],
    [['create-tenant', '--name=fine', '--exec=']],
    [['create-tenant', '--name=fine', '--exec=/bin/../bin/sh']],
    [['create-tenant', '--name=fine', '--env=1A=b']],
    [['create-tenant', '--name=fine', '--env=PILOT_IDLE=1s']],
    [['create-tenant', '--name=fine', '--env=A=b\nLD_PRELOAD=/tmp/x.so']],
    [['create-tenant', '--name=fine', '--scope=galaxy']],
    [['create-tenant', '--name=fine', '--nonsense']],
    [['create-fake-users', '--count=0']],
    [['create-fake-users', '--count=many']],
    [['frobnicate']],
  ])('%j', async (args) => {
    await refused(args, 2)
  })

  it.each([['show'], ['wake'], ['sleep'], ['suspend'], ['resume'], ['logs'], ['delete-tenant']])(
    '%s of a tenant that does not exist exits with 3',
    async (command) => {
      await refused([command, '--name=nosuch'], 3)
    },
  )
})

describe("a stranger's resource of the same name is refused and left alone", () => {
  it('an account', async () => {
    await run('useradd', '--create-home', 'stranger')
    expect(await refused(['create-tenant', '--name=stranger'], 5)).toContain('account stranger')
    expect(await refused(['create-user', '--name=stranger'], 5)).toContain('account stranger')
  })

  it('a role', async () => {
    await sql('create role strangerole')
    expect(await refused(['create-tenant', '--name=strangerole'], 5)).toContain('role strangerole')
  })

  it('a database', async () => {
    await sql('create database strangedb')
    expect(await refused(['create-tenant', '--name=strangedb'], 5)).toContain('database strangedb')
  })

  it('a unit', async () => {
    await shell(
      `printf '[Service]\\nExecStart=/bin/true\\n' > /etc/systemd/system/pilot@strangeunit.service; systemctl daemon-reload`,
    )
    expect(await refused(['create-tenant', '--name=strangeunit'], 5)).toContain('unit')
    await shell('rm /etc/systemd/system/pilot@strangeunit.service; systemctl daemon-reload')
  })

  it('and the tenant next door goes on', async () => {
    expect(await askSample('held.example.com')).toMatchObject({ linux_user: 'holder' })
    expect(await uidOf('fine')).toBeUndefined()
  })
})
