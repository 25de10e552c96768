// The same small app in every way of running it: it listens on the socket that it inherits, else on SOCKET, else
// on PORT, and stays until SIGTERM.
const { createServer } = require('node:http')

const { LISTEN_FDS, SOCKET, PORT } = process.env
const body = `${JSON.stringify({ hello: 'world' })}\n`

const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
})
server.listen(LISTEN_FDS === undefined ? (SOCKET ?? PORT) : { fd: 3 })
process.on('SIGTERM', () => process.exit(0))
