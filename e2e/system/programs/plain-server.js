// An ordinary Node app that knows nothing of Pilot: it listens on PORT and never ends by itself.
const http = require('node:http')
const { userInfo } = require('node:os')

const server = http.createServer((request, response) => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify({ linux_user: userInfo().username, pid: process.pid }))
})
server.listen(process.env.PORT, () => console.log('listening'))
