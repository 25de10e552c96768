// Tries what a taken-over web interface would, inside its sandbox. `probe.mjs AGENT_PID` prints one JSON object: what
// was tried, and "yes" or the error.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'

const agent = Number(process.argv[2])

const sockets = [
  '/run/pilot/agent/bridge.sock',
  '/run/pilot/agent/root.sock',
  '/run/pilot/status/status.sock',
  '/run/pilot/web/web.sock',
  '/run/pilot/tenants/probed.sock',
  '/run/caddy/admin.sock',
  '/run/dbus/system_bus_socket',
  '/run/systemd/private',
  '/run/systemd/notify',
  '/run/systemd/journal/stdout',
  '/run/systemd/journal/socket',
  '/run/postgresql/.s.PGSQL.5432',
  '/var/run/postgresql/.s.PGSQL.5432',
]

const calls = {
  'read /etc/pilot/pilot.conf': () => readFileSync('/etc/pilot/pilot.conf'),
  'read /etc/passwd': () => readFileSync('/etc/passwd'),
  'read /var/lib/pilot/pilot.db': () => readFileSync('/var/lib/pilot/pilot.db'),
  'list /var/lib/pilot/tenants': () => readdirSync('/var/lib/pilot/tenants'),
  'list /run/user': () => readdirSync('/run/user'),
  'list /run/pilot/agent': () => readdirSync('/run/pilot/agent'),
  'write its own program': () => writeFileSync('/usr/lib/pilot/web/apps/web/server.js', ''),
  'write its code cache': () => writeFileSync('/usr/lib/pilot/web-cache/x', ''),
  'see the agent': () => readFileSync(`/proc/${agent}/status`),
  'see PID 1': () => readFileSync('/proc/1/status'),
  'read the memory of the agent': () => readFileSync(`/proc/${agent}/mem`),
  'signal the agent': () => process.kill(agent, 0),
  'run a shell': () => {
    const { error } = spawnSync('/bin/sh', ['-c', 'true'])
    if (error) throw error
  },
  'become root': () => {
    const { error, status } = spawnSync('/usr/lib/pilot/bin/node', ['--version'], { uid: 0 })
    if (error) throw error
    if (status !== 0) throw new Error(`exit ${status}`)
  },
}

const attempt = (call) => {
  try {
    call()
    return 'yes'
  } catch (error) {
    return error.code ?? String(error)
  }
}

const dial = (options) =>
  new Promise((resolve) => {
    const socket = connect(options)
    socket.once('connect', () => resolve('yes'))
    socket.once('error', (error) => resolve(error.code ?? String(error)))
    socket.unref()
  })

const results = {}
for (const path of sockets) results[`connect to ${path}`] = await dial({ path })
for (const port of [80, 5432, 2019])
  results[`connect to 127.0.0.1:${port}`] = await dial({ host: '127.0.0.1', port })
for (const [what, call] of Object.entries(calls)) results[what] = attempt(call)
console.log(JSON.stringify(results))
process.exit(0)
