// An ordinary app that takes as much memory as it is asked to: GET /eat?mib=200
const http = require('node:http')

const eaten = []
http
  .createServer((request, response) => {
    const mib = Number(new URL(request.url, 'http://hungry').searchParams.get('mib') ?? 0)
    // Written to, or the kernel would not give it.
    for (let i = 0; i < mib; i++) eaten.push(Buffer.alloc(1024 ** 2, 1))
    response.end(`${eaten.length} MiB\n`)
  })
  .listen(process.env.PORT)
