// What `pilot compare` runs in every variant: the smallest useful web service, unchanged.
// Under socket activation it takes fd 3 (sd_listen_fds(3)); elsewhere it listens on PORT, a number or a path.
import { createServer } from 'node:http'

const activated = process.env.LISTEN_FDS === '1' && process.env.LISTEN_PID === String(process.pid)

const server = createServer((request, response) => {
  const body = JSON.stringify({ path: request.url, pid: process.pid, uptime: process.uptime() })
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
})

// It stays until it is told to end: whoever compares decides when it sleeps.
process.once('SIGTERM', () => {
  server.close(() => process.exit(0))
  server.closeAllConnections()
})

const port = process.env.PORT ?? '8080'
server.listen(activated ? { fd: 3 } : /^\d+$/.test(port) ? Number(port) : { path: port })
