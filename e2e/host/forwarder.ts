import { fork } from 'node:child_process'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'node:net'
import type { Instance } from './instance.ts'
import { endRecordedProcess, recordedProcess, recordProcess } from './process-record.ts'
import { Refusal } from './refusal.ts'

/** Forwards a port of this machine's loopback to the host's port 80, until it is stopped. Stays behind when we end. */
export const startForwarder = async (of: Instance, port: number): Promise<void> => {
  const output = openSync(of.forwarderLog, 'a')
  const child = fork(join(import.meta.dirname, 'forward/listen.ts'), [of.name, String(port)], {
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error(`The port forwarder did not start; see ${of.forwarderLog}`)))
  })
  if (child.pid === undefined) throw new Error('The port forwarder has no pid.')
  await recordProcess(of.forwarder, child.pid)
  child.disconnect()
  child.unref()
}

export const stopForwarder = async (of: Instance): Promise<void> => {
  await endRecordedProcess(of.forwarder, 'SIGTERM', 5_000)
}

export const isForwarding = async (of: Instance): Promise<boolean> =>
  (await recordedProcess(of.forwarder)) !== undefined

/** Throws a refusal that names the port and the next free one. */
export const requireFreePort = async (port: number): Promise<void> => {
  if (await isFree(port)) return
  for (let next = port + 1; next < 65_536; next++)
    if (await isFree(next))
      throw new Refusal(
        `Port ${port} of 127.0.0.1 is in use; ${next} is free. Try: ./pilot up --port ${next}`,
      )
  throw new Refusal(
    `Port ${port} of 127.0.0.1 is in use, and so is every port above it. Try a lower one: ./pilot up --port N`,
  )
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)))
  })
