import { createServer } from 'node:http2'

createServer((request, response) => response.end('http2')).listen(3000)
