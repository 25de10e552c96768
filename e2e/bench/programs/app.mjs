// app.js as an ES module: what it costs to be one.
import { createServer } from 'node:http'

const { LISTEN_FDS, SOCKET, PORT } = process.env
const body = `${JSON.stringify({ hello: 'world' })}\n`

const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
})
server.listen(LISTEN_FDS === undefined ? (SOCKET ?? PORT) : { fd: 3 })
process.on('SIGTERM', () => process.exit(0))
