import type { DatabaseSync } from 'node:sqlite'
import type { TenantName } from '@pilot/contract'
import type { Meter, RunLog, RunLogEntry, RunningTenant } from '@pilot/host/ports'
import { messages } from '../../src/runs/run-messages.ts'
import { openSamples } from '../../src/samples/database.ts'
import { runSampler, type Look } from '../../src/samples/run-sampler.ts'

/** A machine to look at, and its journal. Change it between two runs. */
export interface Machine {
  tenants: string[]
  running: (Partial<Omit<RunningTenant, 'name'>> & { name?: string })[]
  users: Map<number, string>
  proxied: Set<string>
  slices: number | null
  /** Bytes of each process. */
  pss: number | null
  /** Pids whose memory was read. */
  readonly reads: number[]
  readonly trusted: RunLogEntry[]
  readonly told: RunLogEntry[]
  journalFails: boolean
  /** How often the journal was asked. */
  asked: number
  now: number
}

export const mebibyte = 1024 ** 2

/** 2026-01-01 00:00 UTC, the begin of a span of every length. */
export const begin = 1_767_225_600

export const startSampler = (now = begin) => {
  const database = openSamples(':memory:', () => undefined)
  const machine: Machine = {
    tenants: ['shop'],
    running: [],
    users: new Map(),
    proxied: new Set(),
    slices: 0,
    pss: 10 * mebibyte,
    reads: [],
    trusted: [],
    told: [],
    journalFails: false,
    asked: 0,
    now,
  }
  const troubles: unknown[] = []
  const run = (): Look =>
    runSampler({
      database,
      now: machine.now,
      onTrouble: (error) => troubles.push(error),
      meter: meterOf(machine),
      log: logOf(machine),
    })
  /** Runs every ten seconds until so many seconds have passed. */
  const pass = (seconds: number): void => {
    for (const end = machine.now + seconds; machine.now < end;) {
      machine.now += 10
      run()
    }
  }
  return { database, machine, troubles, run, pass }
}

const meterOf = (machine: Machine): Meter => ({
  tenants: () => machine.tenants as TenantName[],
  running: () =>
    machine.running.map((tenant) => ({
      scope: 'system',
      pids: [100],
      cpu: 0,
      memory: null,
      tasks: null,
      ...tenant,
      name: (tenant.name ?? 'shop') as TenantName,
    })),
  userTenants: () => machine.users as Map<number, TenantName>,
  waitingManagers: () => [...machine.users.values()] as TenantName[],
  isProxied: (name) => machine.proxied.has(name),
  processesOfManager: () => [1, 2],
  slices: () => ({ cpu: machine.slices, memory: null, tasks: null }),
  ownProcesses: () => [],
  pss: (pid) => {
    machine.reads.push(pid)
    return machine.pss
  },
  memory: () => ({ total: 4096 * mebibyte, available: 3000 * mebibyte }),
  spent: () => null,
})

const logOf = (machine: Machine): RunLog => {
  const read = (from: RunLogEntry[]) => {
    machine.asked += 1
    if (machine.journalFails) throw new Error('no journal')
    return { entries: from.splice(0), place: { cursor: 'c' } }
  }
  return { trusted: () => read(machine.trusted), told: () => read(machine.told) }
}

/** What PID 1 tells of a run; `at` in seconds since `begin`. */
export const unitEvent = (
  kind: keyof typeof messages,
  at: number,
  name = 'shop',
  result: string | null = null,
): RunLogEntry => ({
  realtime: micro(at),
  of: { name: name as TenantName },
  messageId: messages[kind],
  result,
  message: '',
})

/** What a program says. */
export const line = (message: string, at: number, name = 'shop'): RunLogEntry => ({
  realtime: micro(at),
  of: { name: name as TenantName },
  messageId: '',
  result: null,
  message,
})

export const micro = (at: number): number => Math.round((begin + at) * 1e6)

export const rowsOf = (database: DatabaseSync, table: string): Record<string, number | null>[] =>
  database.prepare(`SELECT * FROM ${table}`).all() as Record<string, number | null>[]

export const spansOf = (database: DatabaseSync, table: string, resolution: number) =>
  rowsOf(database, table).filter((row) => row['resolution'] === resolution)
