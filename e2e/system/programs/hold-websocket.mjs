// Opens a WebSocket through Caddy (RFC 6455), says "first", stays silent for MILLISECONDS, says "last", and
// prints both echoes; anything else ends with a non-zero exit code.
import { randomBytes } from 'node:crypto'
import http from 'node:http'

const [, , domain, milliseconds] = process.argv
const request = http.request({
  host: '127.0.0.1',
  headers: {
    host: domain,
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  },
})
request.on('upgrade', (_, socket) => {
  const heard = []
  socket.on('close', () => process.exit(heard.length === 2 ? 0 : 1))
  socket.on('data', (frame) => {
    heard.push(frame.subarray(2).toString())
    console.log(heard.at(-1))
    if (heard.length === 1) setTimeout(() => socket.write(textFrame('last')), Number(milliseconds))
    else socket.end()
  })
  socket.write(textFrame('first'))
})
request.on('response', () => process.exit(2))
request.on('error', () => process.exit(3))
request.end()

// A client's frames are masked (section 5.3).
const textFrame = (text) => {
  const mask = randomBytes(4)
  const body = Buffer.from(text).map((byte, i) => byte ^ mask[i % 4])
  return Buffer.concat([Buffer.from([0x81, 0x80 | body.length]), mask, body])
}
