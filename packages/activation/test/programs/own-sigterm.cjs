const server = require('node:http')
  .createServer((_request, response) => response.end('here'))
  .listen(3000)
process.once('SIGTERM', () => server.close(() => setTimeout(() => process.exit(7), 50)))
