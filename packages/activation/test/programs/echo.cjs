require('node:http')
  .createServer((request, response) => request.on('data', (part) => setTimeout(() => response.end(part), 5)))
  .listen(3000)
