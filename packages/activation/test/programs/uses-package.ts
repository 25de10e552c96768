import { createServer } from 'node:http'
import { exitWhenIdle, idleTime, listen } from '../../src/index.ts'

const server = createServer((_request, response) => response.end(how))
const how = await listen(server, { fallbackPort: 3000 })
exitWhenIdle(server, { idle: idleTime(), onExit: () => console.log('closed') })
