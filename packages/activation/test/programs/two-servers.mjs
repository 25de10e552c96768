import { createServer } from 'node:http'

const metrics = createServer((_request, response) => response.end('metrics'))
createServer((_request, response) => response.end(String(metrics.address().port))).listen(3000, () =>
  metrics.listen(0, '127.0.0.1', () => console.log('metrics')),
)
