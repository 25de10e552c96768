// The half that listens, in this machine's own network. Run by forwarder.ts: listen.ts <host> <port>
import { fork, type ChildProcess } from 'node:child_process'
import { createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { instance } from '../instance.ts'
import { leaderOf } from '../nspawn.ts'

const [name = '', port] = process.argv.slice(2)
const of = instance(name)

/** A process in the host's network, which connects. Each reboot of the host makes a new network, so a new one is needed. */
let connector: { readonly leader: number; readonly child: ChildProcess } | undefined

const server = createServer({ pauseOnConnect: true }, (visitor) => {
  visitor.on('error', () => visitor.destroy())
  handOver(visitor).catch(() => visitor.destroy())
})
server.listen({ host: '127.0.0.1', port: Number(port) }, () => process.send?.('listening'))
process.once('SIGTERM', () => {
  connector?.child.kill()
  process.exit(0)
})

const handOver = async (visitor: Socket): Promise<void> => {
  const leader = await untilThereIsALeader()
  if (connector?.leader !== leader || !connector.child.connected) connector = replaceConnector(leader)
  connector.child.send('visitor', visitor)
}

/** A visitor who comes in the middle of a reboot waits for it. */
const untilThereIsALeader = async (): Promise<number> => {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const leader = await leaderOf(of)
    if (leader !== undefined) return leader
    await pause(200)
  }
  throw new Error(`Host "${name}" is not running.`)
}

const replaceConnector = (leader: number): { leader: number; child: ChildProcess } => {
  connector?.child.kill()
  const child = fork(join(import.meta.dirname, 'connect.ts'), {
    execPath: 'nsenter',
    execArgv: ['--target', String(leader), '--net', '--', process.execPath],
  })
  child.on('error', (error) => console.error(error))
  return { leader, child }
}
