import { EventEmitter } from 'node:events'
import type { Socket } from 'node:net'
import { PilotError } from '@pilot/contract'
import { Message } from 'dbus-next'
import pLimit from 'p-limit'
// Not dbus-next's MessageBus: its failing Hello is an unhandled rejection, which ends the process, and its calls
// in flight never settle when the bus dies. Its connection, parser and writer are all that we need.
// @ts-expect-error -- dbus-next declares types for its front door alone
import untyped from 'dbus-next/lib/connection.js'

export interface BusCall {
  readonly destination: string
  readonly path: string
  readonly interface: string
  readonly member: string
  readonly signature?: string
  readonly body?: readonly unknown[]
}

/** An error that the other side answered with, such as `org.freedesktop.systemd1.NoSuchUnit`. */
export class BusError extends Error {
  override readonly name = 'BusError'
  readonly type: string

  constructor(type: string, message: string) {
    super(`${type}: ${message}`)
    this.type = type
  }
}

/** One connection to the system bus, from Hello until it breaks. It is never mended, only replaced. */
export class BusConnection {
  /** Emits `signal` with the Message. */
  readonly signals = new EventEmitter().setMaxListeners(0)
  readonly #closing = new AbortController()
  readonly #connection: DBusConnection
  readonly #pending = new Map<number, { settle: (reply: Message) => void; fail: (error: Error) => void }>()
  // dbus-daemon refuses more than 128 calls without a reply (max_replies_per_connection of the system bus,
  // dbus-daemon(1)); some of them are Pilot's changes, which must not be refused for a long list.
  readonly #inTurn = pLimit(100)
  #lastSerial = 0

  constructor() {
    // `socket=` and not `path=`: for the latter dbus-next tries a native module first.
    this.#connection = openConnection({
      busAddress: 'unix:socket=/run/dbus/system_bus_socket',
      authMethods: ['EXTERNAL'],
    })
    this.#connection.on('message', (message: Message) => this.#receive(message))
    this.#connection.on('error', (error: unknown) => this.close(String(error)))
    this.#connection.stream.on('close', () => this.close('the connection was closed'))
  }

  /** Aborted when the connection is no more. */
  get closed(): AbortSignal {
    return this.#closing.signal
  }

  /** The body of the reply. `limit` is in milliseconds; after it the service is told to be down. */
  call(call: BusCall, limit = 25_000): Promise<readonly unknown[]> {
    return this.#inTurn(() => this.#send(call, limit))
  }

  async #send(call: BusCall, limit: number): Promise<readonly unknown[]> {
    if (this.closed.aborted) throw busIsDown(this.closed.reason)
    const serial = ++this.#lastSerial
    const { body, ...rest } = call
    const message = new Message({ ...rest, body: [...(body ?? [])], serial })
    const { promise, resolve, reject } = Promise.withResolvers<Message>()
    this.#pending.set(serial, { settle: resolve, fail: reject })
    const timer = setTimeout(() => {
      reject(serviceDown('systemd', `no answer to ${call.member} within ${limit} ms`))
    }, limit)
    try {
      this.#sendTogether()
      this.#connection.message(message)
      const reply = await promise
      if (reply.type === messageTypes.error) throw new BusError(reply.errorName, String(reply.body[0] ?? ''))
      return reply.body as unknown[]
    } finally {
      clearTimeout(timer)
      this.#pending.delete(serial)
    }
  }

  /** What is sent in this turn of the event loop goes by one write(2), of which each wakes dbus-daemon. */
  #sendTogether(): void {
    const { stream } = this.#connection
    if (stream.writableCorked > 0) return
    stream.cork()
    process.nextTick(() => stream.uncork())
  }

  close(reason = 'closed'): void {
    if (this.closed.aborted) return
    this.#closing.abort(reason)
    this.#connection.stream.destroy()
    for (const { fail } of this.#pending.values()) fail(busIsDown(reason))
    this.#pending.clear()
  }

  #receive(message: Message): void {
    if (message.type === messageTypes.signal) this.signals.emit('signal', message)
    else this.#pending.get(Number(message.replySerial))?.settle(message)
  }
}

export const busIsDown = (reason: unknown): PilotError => serviceDown('dbus', String(reason))

export const serviceDown = (service: 'dbus' | 'systemd', detail: string): PilotError =>
  new PilotError({ code: 'service-down', service, detail })

interface DBusConnection extends EventEmitter {
  readonly stream: Socket
  message(message: Message): void
}

/** D-Bus specification, "Message Format". */
const messageTypes = { error: 3, signal: 4 } as Readonly<Record<'error' | 'signal', number>>

const openConnection = untyped as (options: { busAddress: string; authMethods: string[] }) => DBusConnection
