// How not to do it: leaves by the clock, whatever is in work.
let timer
const rest = () => {
  clearTimeout(timer)
  timer = setTimeout(() => process.exit(0), 50)
}
require('node:http')
  .createServer((request, response) => {
    rest()
    request.resume().on('end', () => setTimeout(() => response.end('echo'), 5))
  })
  .listen({ fd: 3 }, rest)
