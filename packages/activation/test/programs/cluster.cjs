const cluster = require('node:cluster')
const { createServer } = require('node:http')

if (cluster.isPrimary) cluster.fork()
else createServer((_request, response) => response.end('worker')).listen(3000)
