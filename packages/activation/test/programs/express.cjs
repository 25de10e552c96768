const express = require('express')

const app = express()
app.use(express.text())
app.get('/pid', (_request, response) => response.send(String(process.pid)))
app.get('/slow', (request, response) => setTimeout(() => response.send('done'), Number(request.query.ms)))
app.post('/', (request, response) => setTimeout(() => response.send(request.body), 5))
const server = app.listen(process.env.PORT ?? 3000, () =>
  console.log('listening', JSON.stringify(server.address())),
)
