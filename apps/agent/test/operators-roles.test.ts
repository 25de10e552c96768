import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { pilotMethods, type MethodName } from '@pilot/api/client'
import { createListener, createRouter } from '@pilot/api/router'
import type { PilotService } from '@pilot/api/service'
import { Role } from '@pilot/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial } from './support/agent.ts'
import { callerOf, createClock, hours, join, password, stranger } from './support/operators.ts'

// What each role may do, written down a second time: a change of the table must be meant.
const anyone = ['describeLink', 'acceptLink', 'signIn', 'reportForeign']
const viewer = [
  'list',
  'show',
  'inspect',
  'wakes',
  'logs',
  'followLogs',
  'watch',
  'overview',
  'audit',
  'check',
  'units',
  'hostSamples',
  'tenantSamples',
  'wakeTimes',
  'metrics',
  'comparisons',
  'comparison',
  'followComparison',
  'me',
  'signOut',
  'changePassword',
  'startSecondFactor',
  'confirmSecondFactor',
  'removeSecondFactor',
  'sessions',
  'revokeSession',
  'tokens',
  'addToken',
  'revokeToken',
]
const operator = [
  'createTenant',
  'createUser',
  'setupDatabase',
  'setupSystemd',
  'setupProxy',
  'createMany',
  'createList',
  'setTenant',
  'deleteTenant',
  'suspend',
  'resume',
  'wake',
  'sleep',
  'startComparison',
  'cancelComparison',
  'cleanComparisons',
  'removeComparison',
  'planCreate',
  'planSet',
  'planDelete',
  'available',
]
const admin = ['operators', 'addOperator', 'resetOperator', 'setOperatorRole', 'removeOperator']
const notByToken = [
  'signOut',
  'changePassword',
  'startSecondFactor',
  'confirmSecondFactor',
  'removeSecondFactor',
  'revokeSession',
  'addToken',
  'revokeToken',
  'addOperator',
  'resetOperator',
  'setOperatorRole',
  'removeOperator',
]
/** For root's own socket only. */
const notOnBridge = ['comparisonWork', 'reportComparison']
const permitted: Record<Role, readonly string[]> = {
  viewer: [...anyone, ...viewer],
  operator: [...anyone, ...viewer, ...operator],
  admin: [...anyone, ...viewer, ...operator, ...admin],
}

const all = Object.keys(pilotMethods) as MethodName[]
const names = all.filter((name) => !notOnBridge.includes(name))
const called: string[] = []
const credentials: Record<string, string> = {}
const clock = createClock()
let door: { readonly socketPath: string; close(): Promise<void> }

beforeAll(async () => {
  const trial = startTrial(clock)
  for (const role of Role.options) {
    // These expire below, while what comes after still holds.
    credentials[`the expired session of a ${role}`] = (await join(trial, role, role)).token
  }
  clock.pass(11 * hours)
  for (const role of Role.options) {
    const open = async () => (await trial.service.signIn({ name: role, password }, stranger)).token
    const revoked = await open()
    await trial.service.signOut({}, callerOf(trial, revoked))
    credentials[`the revoked session of a ${role}`] = revoked
    const session = await open()
    credentials[`the session of a ${role}`] = session
    const { token } = await trial.service.addToken({ title: 'x', role, days: 1 }, callerOf(trial, session))
    credentials[`the API token of a ${role}`] = token
  }
  clock.pass(0.5 * hours)
  door = await openBridge(trial)
})

afterAll(() => door.close())

test('each procedure stands in one of the lists of this test', () => {
  expect([...permitted.admin].sort()).toEqual([...names].sort())
})

test.each(notOnBridge)('%s is not offered over the bridge, to nobody', async (name) => {
  for (const credential of [undefined, ...Object.values(credentials)])
    expect(await outcomeOf(name as MethodName, credential)).toBe('not-permitted')
})

describe.each(names)('%s over the bridge', (name) => {
  const isForAnyone = anyone.includes(name)

  test.each([undefined, 'pilot_s_forged', 'pilot_t_forged', 'forged', 'é'])(
    'with the credential %s',
    async (forged) => {
      expect(await outcomeOf(name, forged)).toBe(isForAnyone ? 'called' : 'sign-in-required missing')
    },
  )

  describe.each(Role.options)('as %s', (role) => {
    const may = permitted[role].includes(name)

    test(`by a session: ${may ? 'called' : 'not-permitted'}`, async () => {
      expect(await outcomeOf(name, credentials[`the session of a ${role}`])).toBe(
        may ? 'called' : 'not-permitted',
      )
    })

    test(`by an API token: ${may && !notByToken.includes(name) ? 'called' : 'not-permitted'}`, async () => {
      expect(await outcomeOf(name, credentials[`the API token of a ${role}`])).toBe(
        may && !notByToken.includes(name) ? 'called' : 'not-permitted',
      )
    })

    test.each(['expired', 'revoked'])('not by a session that was %s', async (reason) => {
      expect(await outcomeOf(name, credentials[`the ${reason} session of a ${role}`])).toBe(
        isForAnyone ? 'called' : `sign-in-required ${reason}`,
      )
    })
  })
})

/** The real listener, router and sessions on a real socket; the service behind only notes that it was reached. */
const openBridge = async (trial: ReturnType<typeof startTrial>): Promise<typeof door> => {
  const folder = await mkdtemp(joinPath(tmpdir(), 'pilot-roles-'))
  const socketPath = joinPath(folder, 'bridge.sock')
  const note = (name: string) =>
    pilotMethods[name as MethodName].answer === 'value'
      ? async () => void called.push(name)
      : async function* () {
          yield called.push(name)
        }
  const service = Object.fromEntries(all.map((name) => [name, note(name)])) as unknown as PilotService
  const router = createRouter(pilotMethods, service, {
    onUnexpected: (error) => {
      throw error
    },
    onRefused: () => undefined,
  })
  const server = createServer(createListener(router, 'bridge', trial.authenticate))
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  return {
    socketPath,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}

// Fits the schema of every procedure: each takes what it knows.
const input = {
  name: 'shop',
  role: 'viewer',
  id: 'x',
  token: 'x',
  password: 'long enough for all',
  current: 'x',
  code: '1',
  title: 't',
  days: 1,
  units: ['a.service'],
  count: 1,
  prefix: 'x',
  tenants: [{ name: 'shop' }],
  domains: ['a.example.com'],
  action: 'wake',
  origin: null,
}

/** `called`, or the problem's code and reason. */
const outcomeOf = async (name: MethodName, credential: string | undefined): Promise<string> => {
  called.length = 0
  const body = await (pilotMethods[name].answer === 'events' ? listen : post)(name, credential)
  const problem = /"problem":(\{(?:[^{}]|\{[^{}]*\})*\})/.exec(body)?.[1]
  if (problem === undefined) return called.join() === name ? 'called' : body
  expect(called).toEqual([])
  const { code, reason } = JSON.parse(problem) as { code: string; reason?: string }
  return reason === undefined ? code : `${code} ${reason}`
}

const post = (name: string, credential: string | undefined): Promise<string> =>
  send('POST', `/${name}?batch=1`, credential, JSON.stringify({ 0: input }))

const listen = (name: string, credential: string | undefined): Promise<string> =>
  send('GET', `/${name}?input=${encodeURIComponent(JSON.stringify(input))}`, credential, '')

const send = (method: string, path: string, credential: string | undefined, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(method === 'POST' ? { 'trpc-accept': 'application/jsonl' } : { accept: 'text/event-stream' }),
      ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
    }
    const call = request({ socketPath: door.socketPath, path, method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => resolve(text))
    })
    call.on('error', reject)
    call.end(body)
  })
