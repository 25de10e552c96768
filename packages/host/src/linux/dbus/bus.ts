import { setTimeout as delay } from 'node:timers/promises'
import { PilotError } from '@pilot/contract'
import { BusConnection, BusError, serviceDown } from './connection.ts'

export const manager = {
  destination: 'org.freedesktop.systemd1',
  path: '/org/freedesktop/systemd1',
  interface: 'org.freedesktop.systemd1.Manager',
} as const

/** The way to PID 1 over D-Bus. Connects at the first call, and anew at the first call after the bus died. */
export class SystemdBus {
  #connection: Promise<BusConnection> | undefined

  /** A connection on which systemd's signals arrive. */
  async connect(): Promise<BusConnection> {
    const known = await this.#connection
    if (known !== undefined && !known.closed.aborted) return known
    // Whoever comes second while the first connects takes the same connection.
    if (this.#connection === undefined || known !== undefined) this.#begin()
    return this.connect()
  }

  /** Calls a method of systemd's manager, or of another object and interface of it. */
  async call(
    member: string,
    signature = '',
    body: readonly unknown[] = [],
    { limit, ...target }: { limit?: number; path?: string; interface?: string } = {},
  ): Promise<readonly unknown[]> {
    const connection = await this.connect()
    return callManager(connection, { ...target, member, signature, body }, limit)
  }

  close(): void {
    void this.#connection?.then((connection) => connection.close())
    this.#connection = undefined
  }

  #begin(): void {
    const connecting = open()
    this.#connection = connecting
    connecting.catch(() => {
      if (this.#connection === connecting) this.#connection = undefined
    })
  }
}

/** Like `connection.call`, to systemd; an unreachable systemd becomes `service-down`. */
export const callManager = async (
  connection: BusConnection,
  call: { member: string; signature: string; body: readonly unknown[]; path?: string; interface?: string },
  limit?: number,
): Promise<readonly unknown[]> => {
  try {
    return await connection.call({ ...manager, ...call }, limit)
  } catch (error) {
    if (error instanceof BusError && isUnreachable(error)) throw serviceDown('systemd', error.message)
    throw error
  }
}

const isUnreachable = ({ type }: BusError): boolean =>
  unreachable.has(type) || type.startsWith('org.freedesktop.DBus.Error.Spawn.')

/** What dbus-daemon answers for a peer that is not on the bus, as PID 1 just after dbus was restarted. */
const unreachable = new Set(
  ['ServiceUnknown', 'NameHasNoOwner', 'NoReply', 'Disconnected', 'TimedOut', 'Timeout', 'NoServer'].map(
    (name) => `org.freedesktop.DBus.Error.${name}`,
  ),
)

/** Connects, with a few tries: dbus may just be restarting. */
const open = async (): Promise<BusConnection> => {
  for (const pause of [50, 100, 200, 400, 800]) {
    try {
      return await openOnce()
    } catch (error) {
      if (!(error instanceof PilotError)) throw error
      await delay(pause)
    }
  }
  return openOnce()
}

const openOnce = async (): Promise<BusConnection> => {
  const connection = new BusConnection()
  try {
    await connection.call({ ...daemon, member: 'Hello' }, 5_000)
    // One rule for everything that systemd tells; rules per unit would have to be removed one by one.
    const rule = "type='signal',sender='org.freedesktop.systemd1'"
    await connection.call({ ...daemon, member: 'AddMatch', signature: 's', body: [rule] }, 5_000)
    await subscribe(connection)
    return connection
  } catch (error) {
    connection.close('not opened')
    throw error
  }
}

const subscribe = async (connection: BusConnection): Promise<void> => {
  try {
    await callManager(connection, { member: 'Subscribe', signature: '', body: [] }, 5_000)
  } catch (error) {
    // A restarted dbus gives out the same unique names again, and systemd remembers ours from before.
    if (!(error instanceof BusError && error.type === 'org.freedesktop.systemd1.AlreadySubscribed'))
      throw error
  }
}

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const
