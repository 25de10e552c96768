import { execa } from 'execa'
import { createServer } from 'node:net'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repository } from '../host/directories.ts'

// The command that a stranger types, on hosts of its own, apart from those of other tests and of people.
let state: string

const here = async (command: readonly string[], env: Record<string, string> = {}) => {
  const [file = '', ...args] = command
  const { exitCode, stdout, stderr } = await execa(file, args, {
    cwd: repository,
    env: { PILOT_HOST_STATE: state, ...env },
    reject: false,
    stdin: 'ignore',
  })
  return { exitCode, stdout, stderr }
}

/** When the host booted, as its systemd tells. */
const bootTime = async (): Promise<string> => {
  const show = ['systemctl', 'show', '--value', '--property=UserspaceTimestamp']
  return (await here(['./pilot', 'exec', '--', ...show])).stdout
}

const freePort = async (): Promise<number> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), 'pilot-up-'))
})
afterAll(async () => {
  await here(['./pilot', 'down'])
  await here(['umount', join(state, 'pilot/root')])
  await rm(state, { recursive: true, force: true })
})

describe('./pilot up', { timeout: 300_000 }, () => {
  it('makes a tenant that answers through the forwarded port, and says how to go on', async () => {
    const port = await freePort()

    const up = await here(['./pilot', 'up', '--port', String(port)])

    expect(up.exitCode, up.stderr).toBe(0)
    expect(up.stdout).toContain(`http://demo.localhost:${port}/`)
    expect(up.stdout).toMatch(new RegExp(`http://pilot\\.localhost:${port}/welcome#\\S+`))
    const answer = await here([
      'curl',
      '-s',
      '-H',
      `Host: demo.localhost:${port}`,
      `http://127.0.0.1:${port}/`,
    ])
    expect(JSON.parse(answer.stdout)).toMatchObject({ linux_user: 'demo', db_status: 'Connected' })
  })

  it('forwards the web interface too', async () => {
    const { stdout } = await here(['./pilot', 'up'])
    const [, port = ''] = /http:\/\/pilot\.localhost:(\d+)\/ /.exec(stdout) ?? []

    const answer = await here([
      'curl',
      '-s',
      '-H',
      `Host: pilot.localhost:${port}`,
      `http://127.0.0.1:${port}/sign-in`,
    ])

    expect(answer.stdout).toContain('<html')
  })

  it('again takes seconds and does no harm', async () => {
    const before = await bootTime()
    const started = Date.now()

    const up = await here(['./pilot', 'up'])

    expect(up.exitCode, up.stderr).toBe(0)
    expect(Date.now() - started).toBeLessThan(30_000)
    const after = await bootTime()
    expect(after, 'the host was not booted anew').toBe(before)
  })

  it('hands any other command to pilot on the host, with its exit code', async () => {
    expect(await here(['./pilot', 'create-tenant', '--name=x'])).toMatchObject({ exitCode: 0 })
    expect((await here(['./pilot', 'exec', '--', 'getent', 'passwd', 'x'])).stdout).toMatch(/^x:/)
    expect(await here(['./pilot', 'show', 'nosuch'])).toMatchObject({ exitCode: 3 })
    expect(await here(['./pilot', 'exec', '--', 'sh', '-c', 'exit 42'])).toMatchObject({ exitCode: 42 })
  })

  it('names an occupied port and the next free one', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }

    const up = await here(['./pilot', 'up', '--port', String(port)])

    expect(up.exitCode).toBe(2)
    expect(up.stderr).toMatch(new RegExp(`${port}.*--port \\d+`))
    await new Promise((resolve) => server.close(resolve))
  })

  it('is ended by ./pilot down, which leaves nothing running', async () => {
    expect(await here(['./pilot', 'down'])).toMatchObject({ exitCode: 0 })

    const left = await here(['pgrep', '--full', '--list-full', state])
    expect(left.stdout).toBe('')
    expect((await here(['./pilot', 'exec', '--', 'true'])).exitCode).not.toBe(0)
    expect((await here(['findmnt', '--raw', '--noheadings', '--output=TARGET'])).stdout).not.toContain(state)
  })
})

describe('./pilot on a machine that will not do says so in one sentence and exits with 2', () => {
  const refused = async (command: readonly string[], env: Record<string, string> = {}): Promise<string> => {
    const outcome = await here(command, env)
    expect(outcome.exitCode, outcome.stderr).toBe(2)
    expect(outcome.stderr).toMatch(/^pilot: [^\n]+$/)
    return outcome.stderr
  }

  it('without root', async () => {
    expect(
      await refused(['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', './pilot', 'up']),
    ).toContain('root')
  })

  it('without the right to make namespaces', async () => {
    const locked = ['setpriv', '--bounding-set=-sys_admin', '--inh-caps=-sys_admin', './pilot', 'up']
    expect(await refused(locked)).toContain('namespaces')
  })

  it('without apt', async () => {
    const bin = join(state, 'bin')
    await mkdir(bin)
    for (const program of ['bash', 'env', 'uname', 'id', 'readlink', 'dirname'])
      await symlink((await here(['sh', '-c', `command -v ${program}`])).stdout, join(bin, program))
    expect(await refused(['./pilot', 'up'], { PATH: bin })).toContain('apt-get')
  })

  it('with too little disk', async () => {
    const small = join(state, 'small')
    await mkdir(small)
    await here(['mount', '-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', small])
    expect(await refused(['./pilot', 'up'], { PILOT_HOST_CACHE: small })).toContain('MiB')
    await here(['umount', small])
  })
})
