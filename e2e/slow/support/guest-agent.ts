import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { ExecOptions, Outcome } from '../../host/host.ts'

/**
 * Runs programs in a virtual machine, by QEMU's guest agent (qemu-ga(8)) on a virtio-serial port: one JSON object a
 * line each way, without a network, a login or a terminal in between.
 */
export interface GuestAgent extends AsyncDisposable {
  /** Never throws for an exit code. */
  readonly exec: (
    argv: readonly string[],
    options?: Pick<ExecOptions, 'input' | 'timeout'>,
  ) => Promise<Outcome>
}

/** Waits until the guest has started its agent. */
export const connectGuestAgent = async (path: string, deadline: number): Promise<GuestAgent> => {
  const line = await openLine(path)
  // What is written before the guest has opened its end is lost, so it is asked until it answers.
  while (!(await answersWithin(line.call('guest-ping'), 2_000)))
    if (Date.now() > deadline) throw new Error('The guest agent did not answer in time.')

  const exec: GuestAgent['exec'] = async ([path = '', ...arg], { input, timeout = 600_000 } = {}) => {
    const started = (await line.call('guest-exec', {
      path,
      arg,
      env: environment,
      'capture-output': true,
      ...(input === undefined ? {} : { 'input-data': Buffer.from(input).toString('base64') }),
    })) as { pid: number }
    const end = Date.now() + timeout
    for (;;) {
      const status = (await line.call('guest-exec-status', { pid: started.pid })) as ExecStatus
      if (status.exited) return outcome(status)
      if (Date.now() > end) throw new Error(`${[path, ...arg].join(' ')} did not end within ${timeout} ms`)
      await pause(100)
    }
  }
  return {
    exec,
    [Symbol.asyncDispose]: async () => {
      line.close()
    },
  }
}

interface ExecStatus {
  readonly exited: boolean
  readonly exitcode?: number
  readonly signal?: number
  readonly 'out-data'?: string
  readonly 'err-data'?: string
}

const environment = [
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  'HOME=/root',
  'LANG=C.UTF-8',
]

const outcome = (status: ExecStatus): Outcome => ({
  exitCode: status.exitcode ?? 128 + (status.signal ?? 0),
  stdout: Buffer.from(status['out-data'] ?? '', 'base64').toString(),
  stderr: Buffer.from(status['err-data'] ?? '', 'base64').toString(),
})

interface Reply {
  readonly id?: number
  readonly return?: unknown
  readonly error?: { readonly desc: string }
}

/** Calls and their replies, told apart by an id. */
const openLine = async (path: string) => {
  const socket = await connectTo(path)
  const waiting = new Map<number, (reply: Reply) => void>()
  let last = 0
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (part: string) => {
    const lines = (text + part).split('\n')
    text = lines.pop() ?? ''
    for (const line of lines) {
      const reply = JSON.parse(line) as Reply
      waiting.get(reply.id ?? NaN)?.(reply)
      waiting.delete(reply.id ?? NaN)
    }
  })
  const gone = (): void => {
    for (const settle of waiting.values()) settle({ error: { desc: 'the virtual machine has ended' } })
    waiting.clear()
  }
  socket.on('close', gone)
  socket.on('error', gone)
  return {
    call: (execute: string, args?: object): Promise<unknown> =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, (reply) =>
          reply.error ? reject(new Error(`${execute}: ${reply.error.desc}`)) : resolve(reply.return),
        )
        socket.write(`${JSON.stringify({ execute, arguments: args, id: last })}\n`)
      }),
    close: () => socket.destroy(),
  }
}

const connectTo = (path: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(path, () => resolve(socket))
    socket.once('error', reject)
  })

const answersWithin = (reply: Promise<unknown>, milliseconds: number): Promise<boolean> =>
  Promise.race([
    reply.then(
      () => true,
      () => false,
    ),
    pause(milliseconds, false),
  ])
