import http, { createServer } from 'node:http'
import { createRequire } from 'node:module'

const required = createRequire(import.meta.url)('node:http')
const same = [http, required].every(({ WebSocket }) => WebSocket === globalThis.WebSocket)
const answer = { same, url: new WebSocket('ws://localhost:1/').url }

createServer((request, response) => response.end(JSON.stringify(answer))).listen(3000)
