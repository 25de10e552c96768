import { expect, test } from 'vitest'
import { ada, link } from './fake-client.ts'
import { runPilot } from './run-pilot.ts'

// Times are told in local time.
process.env['TZ'] = 'UTC'

test.each(['operator add bob --role=admin', 'operator reset ada'])(
  'pilot %s prints the link on a line of its own, and until when it holds',
  async (line) => {
    const { code, out, err } = await runPilot(line.split(' '))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe(`ada (admin) sets a password here, once, until 2026-02-01 12:00:00:\n${link.url}\n`)
    expect(JSON.parse((await runPilot([...line.split(' '), '--json'])).out)).toEqual(link)
  },
)

test('list and sessions are tables, without what could steer the terminal', async () => {
  expect((await runPilot(['operator', 'list'])).out).toMatch(
    /^NAME .*\nada +admin +active +yes +2026-01-31 12:00:00 +-\n$/,
  )
  expect((await runPilot(['operator', 'sessions'])).out).toMatch(
    /^OPERATOR .*\nada +192\.0\.2\.1 +2026-01-31 11:00:00 +2026-01-31 12:00:00 +Firefox\\x1b\[2J\n$/,
  )
  expect(JSON.parse((await runPilot(['operator', 'list', '--json'])).out)).toEqual([ada])
})

test('without operators and sessions the commands say so', async () => {
  const answers = { operators: [], sessions: [] }
  expect((await runPilot(['operator', 'list'], { answers })).out).toContain(
    '"pilot operator add ada --role=admin"',
  )
  expect((await runPilot(['operator', 'sessions'], { answers })).out).toBe('Nobody is signed in.\n')
})

test('sign-out ends each session and counts them', async () => {
  const { out, calls } = await runPilot(['operator', 'sign-out', 'ada'])
  expect(out).toBe('1 session of ada ended.\n')
  expect(calls.at(-1)).toEqual({ method: 'revokeSession', input: { id: 's1' } })
})

test('a dry run tells what would be done, or what stands against it', async () => {
  expect((await runPilot(['operator', 'remove', 'ada', '--dry-run'])).out).toBe(
    'pilot would remove ada; nothing was done.\n',
  )
  expect((await runPilot(['operator', 'remove', 'bob', '--dry-run'])).code).toBe(3)
  expect((await runPilot(['operator', 'add', 'ada', '--role=viewer', '--dry-run'])).code).toBe(5)
})

test.each([
  ['operator add ada', 'role'],
  ['operator add ada --role=root', 'role'],
  ['operator add Ada --role=viewer', 'operator'],
  ['operator role ada root', 'role'],
  ['operator add --role=viewer', 'operator'],
  ['operator lsit', 'list'],
  ['audit --since=soon', 'since'],
  ['audit --until=2026-13-01', 'until'],
])('pilot %s is bad usage that names %s, and makes no call', async (line, named) => {
  const { code, err, calls } = await runPilot(line.split(' '))
  expect(code).toBe(2)
  expect(err).toContain(named)
  expect(calls).toEqual([])
})

test.each([
  ['today', /T/],
  ['yesterday', /T/],
  ['10min ago', /T/],
  ['2026-01-31', /^2026-01-31T00:00:00\.000Z$/],
  ['2026-01-31 12:00', /^2026-01-31T12:00:00\.000Z$/],
  ['2026-01-31 12:00:05', /^2026-01-31T12:00:05\.000Z$/],
])('audit --since takes %s', async (since, moment) => {
  const { calls } = await runPilot(['audit', '--since', since])
  expect(calls[0]?.input).toMatchObject({ since: expect.stringMatching(moment) as string })
})

test('audit shows from where a call came: the address, or the socket', async () => {
  const line = {
    sequence: 1,
    time: '2026-01-31T12:00:00.000Z',
    actor: 'ada',
    source: 'bridge',
    action: 'signIn',
    tenant: null,
    input: {},
    result: 'sign-in-failed',
    hash: 'abc',
  }
  const audit = [
    { ...line, address: '192.0.2.1' },
    { ...line, source: 'root', address: null },
  ]
  const { out } = await runPilot(['audit'], { answers: { audit } })
  expect(out).toMatch(/^TIME +WHO +FROM +ACTION +TENANT +RESULT\n/)
  expect(out).toMatch(/ada +192\.0\.2\.1 +signIn +- +sign-in-failed\n.*ada +root +signIn/)
})

test('a filter that fits nothing is not told as an empty audit', async () => {
  const answers = { audit: [] }
  expect((await runPilot(['audit', '--actor=eve'], { answers })).out).toBe('No entry fits.\n')
  expect((await runPilot(['audit'], { answers })).out).toBe('Nothing has been done yet.\n')
})
