import { createServer, WebSocket } from 'node:http'

createServer((request, response) => response.end(WebSocket.name)).listen(3000)
