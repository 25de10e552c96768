import { spawnSync } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

// Before the first listen(), when the variables are still there for anyone to misread.
const tryListen = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    parentPort ? parentPort.postMessage(port) : console.log(port)
    server.close()
  })`
const child = Number(spawnSync(process.execPath, ['-e', tryListen], { encoding: 'utf8' }).stdout)
const worker = await once(new Worker(tryListen, { eval: true }), 'message')
createServer((_request, response) => response.end(JSON.stringify({ child, worker: worker[0] }))).listen(3000)
