const server = require('node:http').createServer((_request, response) => response.end('here'))
server.listen(3000, () => {
  const end = Date.now() + 300
  while (Date.now() < end);
})
