import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

// `pnpm dev`: the web interface on an agent whose machine is in memory, both until Ctrl+C. Not part of the package.
const repository = join(import.meta.dirname, '../..')
const environment = {
  NEXT_TELEMETRY_DISABLED: '1',
  PILOT_BRIDGE_SOCKET: '/tmp/pilot-simulated/bridge.sock',
  PILOT_WEB_DOMAIN: 'localhost',
  ...process.env,
}

const start = (command: string, args: readonly string[], cwd: string): ChildProcess =>
  spawn(command, args, { cwd, env: environment, stdio: 'inherit' })

const children = [
  start(process.execPath, ['apps/agent/simulated/main.ts'], repository),
  start(
    join(import.meta.dirname, 'node_modules/.bin/next'),
    ['dev', '--port', process.env['PORT'] ?? '3000'],
    import.meta.dirname,
  ),
]

const stop = (): void => {
  for (const child of children) child.kill()
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
// One without the other is of no use.
for (const child of children) child.on('exit', stop)
