import { createServer } from 'node:http'
import { exitWhenIdle, idleTime, listen } from '@pilot/activation'
import { answer } from './answer.ts'
import { Database } from './database.ts'
import { account } from './identity.ts'

const database = new Database(account)
const server = createServer((request, response) => void answer(request, response, { database, listening }))
const listening = listen(server, { fallbackPort: 3000 })

listening.then(
  (how) => {
    console.log(
      `user-rest-api started as ${account} on ${how === 'socket' ? 'its inherited socket' : 'PORT'}`,
    )
    exitWhenIdle(server, {
      idle: idleTime(),
      onExit: async () => {
        await database.close()
        console.log(`user-rest-api stopped after ${Math.round(process.uptime() * 1000)} ms`)
      },
    })
  },
  (error: unknown) => {
    console.error('user-rest-api cannot listen:', error)
    process.exitCode = 1
  },
)
