import { WebSocketServer } from 'ws'

new WebSocketServer({ port: 3000 }).on('connection', (socket) =>
  socket.on('message', (data) => socket.send(String(data))),
)
