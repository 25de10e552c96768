import { createServer } from 'node:http'

createServer((request, response) => response.end(process.moduleLoadList.join('\n'))).listen(3000)
