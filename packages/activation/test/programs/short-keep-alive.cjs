let connections = 0
const server = require('node:http').createServer((_request, response) => response.end(String(connections)))
server.on('connection', () => (connections += 1))
server.keepAliveTimeout = 1
server.listen(3000)
server.keepAliveTimeoutBuffer = 0
server.keepAliveTimeout = 2
