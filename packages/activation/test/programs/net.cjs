const server = require('node:net').createServer((socket) => socket.end('net'))
server.listen('/tmp/never-made.sock', () => console.log('listening', JSON.stringify(server.address())))
