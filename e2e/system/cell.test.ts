import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { host, mustPilot, purge, run, shell } from './support/pilot.ts'
import { unitProperty } from './support/machine.ts'
import { visit } from './support/web.ts'

const folder = '/opt/cell-test'
const home = '/var/lib/pilot/tenants/celled'
const uids = '1878917121 1878982655'

beforeAll(async () => {
  await mkdir(join(host.rootDirectory, folder), { recursive: true })
  await mustPilot('create-tenant', '--name=celled')
  await shell(`cd ${folder}
    echo '#!/bin/sh' > noexec; chmod 644 noexec
    : > empty.filter; printf 1234567 > odd.filter
    printf '\\1\\0\\0\\0\\0\\0\\0\\0' > wrong.filter
    cp /usr/lib/pilot/tenant.filter open.filter; chmod 666 open.filter`)
})
afterAll(async () => {
  await purge('celled')
  await shell(`rm -rf ${folder}`)
})

/** Runs a program by pilot-enter in a cell of these lines, and tells how that ended. */
const enter = async (lines: string, { mode = 0o644, program = ['/bin/echo', 'ran'] } = {}) => {
  const path = join(host.rootDirectory, folder, 'cell')
  await writeFile(path, lines)
  const { exitCode, stdout, stderr } = await host.exec([
    'sh',
    '-c',
    `chmod ${mode.toString(8)} ${folder}/cell; cd ${home}; exec /usr/lib/pilot/pilot-enter ${folder}/cell celled "$@"`,
    'sh',
    ...program,
  ])
  return { exitCode, stdout, stderr }
}

const whole = `account ${home} ${uids}\ngroup /run/pilot/status\nfilter /usr/lib/pilot/tenant.filter\n`

describe('pilot-enter', () => {
  it('runs a program in a whole cell', async () => {
    expect(await enter(whole)).toEqual({ exitCode: 0, stdout: 'ran\n', stderr: '' })
  })

  it.each([
    // NAMESPACE
    [226, 'frobnicate /\n'],
    [226, 'hide /no/such/place\n'],
    [226, 'hide relative\n'],
    [226, 'hide\n'],
    [226, `hide /${'long/'.repeat(120)}\n`],
    [226, 'read-only /no/such/place\n'],
    [226, 'mount nosuchfs /tmp - -\n'],
    [226, 'mount tmpfs /no/such/place - -\n'],
    [226, 'mount tmpfs /tmp - nosuch=option\n'],
    [226, 'mount tmpfs /tmp nosuchflag -\n'],
    [226, 'mount tmpfs /tmp\n'],
    [226, 'folder /usr 755\n'],
    [226, 'folder /run/cell-test 9\n'],
    [226, 'node /dev/null 1 3\n'],
    [226, 'node /run/cell-test one 3\n'],
    [226, 'link /usr /tmp\n'],
    [226, 'bind /no/such/place /tmp\n'],
    [226, 'bind /tmp /no/such/place\n'],
    [226, 'writable /no/such/place\n'],
    [226, 'unshare everything\n'],
    [226, 'unshare user\n'],
    // LIMITS
    [205, 'limit nosuch 1 2\n'],
    [205, 'limit nofile 9 8\n'],
    [226, 'one two three four five six seven eight nine ten\n'],
    // USER
    [217, `account /no/such/place ${uids}\n`],
    [217, `account /root ${uids}\n`],
    [217, `account ${home} 1 2\n`],
    // GROUP
    [216, 'group /no/such/place\n'],
    [216, 'group /root\n'],
    // SECCOMP
    [228, 'filter /no/such/place\n'],
    [228, `filter ${folder}/empty.filter\n`],
    [228, `filter ${folder}/odd.filter\n`],
    [228, `filter ${folder}/open.filter\n`],
  ])('ends with %i at the line "%s", and runs nothing', async (code, line) => {
    const outcome = await enter(line + whole)
    expect(outcome).toMatchObject({ exitCode: code, stdout: '' })
    expect(outcome.stderr).toMatch(/^pilot-enter: .*: error \d+ \(errno\(3\)\)\n$/)
  })

  it.each([
    ['no account', 217, 'filter /usr/lib/pilot/tenant.filter\n'],
    ['no filter', 228, `account ${home} ${uids}\n`],
    ['a filter that the kernel refuses', 228, `account ${home} ${uids}\nfilter ${folder}/wrong.filter\n`],
    ['nothing', 217, ''],
  ])('of a cell with %s runs nothing', async (_, code, lines) => {
    expect(await enter(lines)).toMatchObject({ exitCode: code, stdout: '' })
  })

  it('of a cell that others may change runs nothing', async () => {
    expect(await enter(whole, { mode: 0o664 })).toMatchObject({ exitCode: 226, stdout: '' })
  })

  it.each([['/no/such/program'], [`${folder}/noexec`], ['/etc'], ['relative']])(
    'says that it cannot run %s',
    async (program) => {
      const outcome = await enter(whole, { program: [program] })
      expect(outcome).toMatchObject({ exitCode: 203 })
      expect(outcome.stderr).toContain(program)
    },
  )

  it('passes over what may be missing', async () => {
    const optional =
      'hide -/no/such/place\nwritable -/no/such/place\nbind -/no/such/place /tmp\nbind /tmp -/no/such/place\n\n# a comment\n'
    expect(await enter(optional + whole)).toMatchObject({ exitCode: 0, stdout: 'ran\n' })
  })

  it('can hide a file, and unshare what a cell asks for', async () => {
    const outcome = await enter(`unshare ipc uts cgroup\nhide /etc/os-release\n${whole}`, {
      program: ['/bin/sh', '-c', 'cat /etc/os-release; cat /proc/sysvipc/shm | wc -l; cat /proc/self/cgroup'],
    })
    expect(outcome.stderr).toContain('Permission denied')
    expect(outcome.stdout).toMatch(/^1\n(.*:\/\n)*0::\/\n$/)
  })

  it('leaves no mount outside', async () => {
    const mounts = () => run('sh', '-c', 'cut -d" " -f5- /proc/1/mountinfo')
    const before = await mounts()
    await enter(`read-only /\nhide /home\nmount tmpfs /tmp nosuid -\nwritable ${home}\n${whole}`)
    await enter('read-only /\nhide /home\nfrobnicate /\n')
    expect(await mounts()).toBe(before)
  })

  it('loads nothing of the tenant’s while it is root', async () => {
    // A dynamic program would name the library that it cannot preload.
    const outcome = await host.exec(
      [
        'sh',
        '-c',
        `cd ${home}; exec /usr/lib/pilot/pilot-enter /usr/lib/pilot/tenant.cell nobody-such /bin/true`,
      ],
      { env: { LD_PRELOAD: '/no/such/library.so', LD_DEBUG: 'all' } },
    )
    expect(outcome.exitCode).toBe(226)
    expect(outcome.stderr.split('\n').filter((line) => line.includes('pilot-enter:'))).toHaveLength(1)
  })
})

describe('a tenant’s program', () => {
  it('that is not there fails to wake, in one sentence', async () => {
    await mustPilot('set', 'celled', '--exec=/opt/cell-test/none --flag', '--activation=native')
    const outcome = await host.exec(['pilot', 'wake', 'celled'])
    expect(outcome.exitCode).not.toBe(0)
    expect(outcome.stderr).toContain('pilot@celled.service')
    expect((await unitProperty('pilot@celled.service', 'ExecMainStatus')).trim()).toBe('203')
    await mustPilot('set', 'celled', '--exec=/usr/local/bin/user-rest-api', '--activation=native')
    await mustPilot('wake', 'celled')
    expect((await visit('celled.localhost', '/')).status).toBe(200)
  })

  it('has the limits that systemd gives a unit, whoever makes its sandbox', async () => {
    const limitsBy = async (sandbox: string): Promise<string> => {
      await mustPilot('set', 'celled', `--sandbox=${sandbox}`)
      await mustPilot('sleep', 'celled')
      await mustPilot('wake', 'celled')
      const pid = (await unitProperty('pilot@celled.service', 'MainPID')).trim()
      return run('cat', `/proc/${pid}/limits`)
    }
    expect(await limitsBy('pilot')).toBe(await limitsBy('systemd'))
    await mustPilot('set', 'celled', '--sandbox=pilot')
  })

  it('has the same cell by systemd, where that is asked for', async () => {
    await mustPilot('set', 'celled', '--sandbox=systemd')
    await mustPilot('sleep', 'celled')
    await mustPilot('wake', 'celled')
    const pid = (await unitProperty('pilot@celled.service', 'MainPID')).trim()
    expect(await run('cat', `/proc/${pid}/status`)).toMatch(/^NoNewPrivs:\t1$/m)
    expect(await unitProperty('pilot@celled.service', 'ExecStart')).not.toContain('pilot-enter')
    await mustPilot('set', 'celled', '--sandbox=pilot')
  })
})
