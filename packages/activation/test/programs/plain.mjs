import { createServer } from 'node:http'

const server = createServer((request, response) =>
  response.end(JSON.stringify({ url: request.url, pid: process.pid })),
)
server.once('listening', () => console.log('listening', JSON.stringify(server.address())))
server.listen({ host: '127.0.0.1', port: 4000 })
