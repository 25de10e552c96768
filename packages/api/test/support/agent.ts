import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createListener,
  createRouter,
  pilotMethods,
  serverTimeouts,
  type Authenticate,
  type Refusal,
  type Router,
  type RouterHooks,
  type SeatLimits,
} from '../../src/router/index.ts'
import type { Caller, PilotService } from '../../src/service.ts'

export interface Door {
  readonly source?: Caller['source']
  /** Who has which credential; nobody has one if undefined. */
  readonly authenticate?: Authenticate
  readonly limits?: SeatLimits
  readonly lookEvery?: number
  readonly patience?: number
}

/** A service on a real Unix socket in a folder of its own; what it does not implement is never called. */
export const startAgent = (service: Partial<PilotService>, door: Door = {}) =>
  startDoor((hooks) => createRouter(pilotMethods, complete(service), hooks), door)

/** The same for a table of the test's own. */
export const startDoor = async (
  routerWith: (hooks: RouterHooks) => Router,
  { source = 'root', authenticate = nobody, limits, lookEvery = 20, patience = 5000 }: Door = {},
) => {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-api-'))
  const socketPath = join(folder, 'agent.sock')
  const unexpected: { error: unknown; reference: string }[] = []
  const refused: Refusal[] = []
  const router = routerWith({
    onUnexpected: (error, reference) => unexpected.push({ error, reference }),
    onRefused: (refusal) => refused.push(refusal),
    lookEvery,
    patience,
  })
  const server = createServer(serverTimeouts, createListener(router, source, authenticate, limits))
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  return {
    socketPath,
    unexpected,
    refused,
    dropConnections: () => server.closeAllConnections(),
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await rm(folder, { recursive: true })
    },
  }
}

const nobody: Authenticate = () => ({ reason: 'missing', name: null })

const complete = (service: Partial<PilotService>): PilotService =>
  new Proxy(service, {
    get: (target, name) =>
      (Reflect.get(target, name) as unknown) ??
      (() => {
        throw new Error(`${String(name)} is not part of this test`)
      }),
  }) as PilotService
