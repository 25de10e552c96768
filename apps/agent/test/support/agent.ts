import type { Authenticate } from '@pilot/api/router'
import type { Caller, PilotService } from '@pilot/api/service'
import {
  CreateTenantInput,
  PilotError,
  TenantName,
  type OperationEvent,
  type Problem,
  type TenantStatus,
} from '@pilot/contract'
import { createFakeHost, type World } from '@pilot/host/fake'
import type { Host } from '@pilot/host/ports'
import { pino } from 'pino'
import type { DatabaseSync } from 'node:sqlite'
import type { Agent } from '../../src/agent.ts'
import { createAgent } from '../../src/create-agent.ts'
import { authenticate } from '../../src/operators/index.ts'
import { createService } from '../../src/service/index.ts'
import { createSamples, openSamples } from '../../src/samples/index.ts'
import { parseConfig } from '../../src/config.ts'
import { openStore, type Store } from '../../src/store/index.ts'

export const root: Caller = {
  source: 'root',
  actor: 'root (sudo alice)',
  address: null,
  userAgent: null,
  operator: null,
}

export interface Setup {
  readonly world?: World
  readonly store?: Store
  readonly samples?: DatabaseSync
  readonly now?: () => Date
  readonly operationHost?: (host: Host) => Host
}

export interface Trial {
  readonly agent: Agent
  readonly service: DirectService
  readonly authenticate: Authenticate
  readonly world: World
  readonly host: Host
  readonly store: Store
  readonly stop: AbortController
}

/** The service past its sockets: who calls, and when they leave, is told only where a test is about that. */
export type DirectService = {
  readonly [Name in keyof PilotService]: (
    input: Parameters<PilotService[Name]>[0],
    caller?: Caller,
    signal?: AbortSignal,
  ) => ReturnType<PilotService[Name]>
}

/** An agent on the fake host; give it the world and store of another to be the one that starts after it. */
export const startTrial = ({
  world: before,
  store = openStore(':memory:'),
  samples = openSamples(':memory:', () => undefined),
  now,
  operationHost,
}: Setup = {}): Trial => {
  const { host, world } = createFakeHost(before)
  const stop = new AbortController()
  const agent = createAgent({
    host,
    samples: createSamples(() => samples),
    operationHost: operationHost?.(host) ?? host,
    store,
    config: parseConfig('', {}),
    log: pino({ level: 'silent' }),
    stopping: stop.signal,
    ...(now === undefined ? {} : { now }),
  })
  const service = calledDirectly(createService(agent))
  return { agent, service, authenticate: authenticate(agent), world, host, store, stop }
}

const calledDirectly = (service: PilotService): DirectService => {
  const methods = Object.entries(service).map(([name, method]) => [
    name,
    (input: never, caller = root, signal = never) => method(input, caller, signal),
  ])
  return Object.fromEntries(methods) as DirectService
}

const never = new AbortController().signal

export const shop = { name: TenantName.parse('shop') }

export const wanted = (input: object): CreateTenantInput => CreateTenantInput.parse({ ...shop, ...input })

export const readAll = async (events: AsyncIterable<OperationEvent>): Promise<OperationEvent[]> => {
  const all: OperationEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

/** The problem of the first step that failed, as the CLI decides its exit code by it; undefined where all is done. */
export const problemIn = async (events: AsyncIterable<OperationEvent>): Promise<Problem | undefined> =>
  (await readAll(events)).flatMap((event) =>
    event.event === 'tenant-finished' ? (event.problem ?? []) : [],
  )[0]

export const create = (trial: Trial, input: object = {}): Promise<Problem | undefined> =>
  problemIn(trial.service.createTenant(wanted(input), root))

export const thrownBy = async (work: Promise<unknown>): Promise<Problem> => {
  const error: unknown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  )
  if (error instanceof PilotError) return error.problem
  throw new Error('no PilotError', { cause: error })
}

export const show = (trial: Trial): Promise<TenantStatus> => trial.service.show(shop, root)
