import type { Message } from 'dbus-next'
import { UnitFailed } from '../../ports/systemd.ts'
import { callManager, type SystemdBus } from './bus.ts'
import { busIsDown, type BusConnection } from './connection.ts'
import { translateRefusal } from './refusals.ts'

/** Enqueues a job and waits until it is done. Throws UnitFailed where it ends otherwise. */
export const runJob = async (
  bus: SystemdBus,
  method: 'StartUnit' | 'StopUnit' | 'RestartUnit',
  unit: string,
): Promise<void> => {
  const connection = await bus.connect()
  // Listens before it asks: the job may be done, and told to be, before the reply is here.
  using jobs = new RemovedJobs(connection)
  const [job] = await translateRefusal(
    unit,
    callManager(connection, { member: method, signature: 'ss', body: [unit, 'replace'] }),
  )
  const result = await jobs.resultOf(String(job), jobLimit)
  if (result !== 'done') throw new UnitFailed(unit, result)
}

/** Milliseconds. Longer than systemd's own TimeoutStartSec= and TimeoutStopSec= of 90 s each, for a restart. */
const jobLimit = 200_000

/** The jobs that ended since this was made. */
class RemovedJobs implements Disposable {
  readonly #connection: BusConnection
  readonly #results = new Map<string, string>()
  #waiting: { job: string; resolve: (result: string) => void } | undefined

  constructor(connection: BusConnection) {
    this.#connection = connection
    connection.signals.on('signal', this.#receive)
  }

  async resultOf(job: string, limit: number): Promise<string> {
    const known = this.#results.get(job)
    if (known !== undefined) return known
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    this.#waiting = { job, resolve }
    const fail = (): void => reject(busIsDown(this.#connection.closed.reason))
    if (this.#connection.closed.aborted) fail()
    this.#connection.closed.addEventListener('abort', fail)
    const timer = setTimeout(() => resolve('timeout'), limit)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      this.#connection.closed.removeEventListener('abort', fail)
    }
  }

  [Symbol.dispose](): void {
    this.#connection.signals.off('signal', this.#receive)
  }

  readonly #receive = ({ member, body }: Message): void => {
    if (member !== 'JobRemoved') return
    const [, job, , result] = body as [number, string, string, string]
    this.#results.set(job, result)
    if (this.#waiting?.job === job) this.#waiting.resolve(result)
  }
}
