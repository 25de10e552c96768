// A WebSocket server, bare: it accepts the upgrade (RFC 6455, section 4.2.2) and then echoes text frames.
import { createHash } from 'node:crypto'
import http from 'node:http'

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const server = http.createServer((request, response) => response.end(`${process.pid}`))
server.on('upgrade', (request, socket) => {
  const accept = createHash('sha1')
    .update(request.headers['sec-websocket-key'] + magic)
    .digest('base64')
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  )
  socket.on('data', (frame) => {
    const mask = frame.subarray(2, 6)
    const text = Buffer.from(frame.subarray(6, 6 + (frame[1] & 0x7f)).map((byte, i) => byte ^ mask[i % 4]))
    socket.write(Buffer.concat([Buffer.from([0x81, text.length]), text]))
  })
  socket.on('end', () => socket.end())
  socket.on('error', () => socket.destroy())
})
server.listen(process.env.PORT)
