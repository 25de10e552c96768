// Times of single calls, one way after the other in every round, over connections that stay open.
// calls.mjs '{"rounds":200,"ways":[...]}' -> {"<name>":[ms, ...]}; a way is {name, path, headers, body, socketPath}
// for a request, or {name, argv} for a program.
import { execFile } from 'node:child_process'
import { Agent, request } from 'node:http'
import { promisify } from 'node:util'

const { rounds, ways } = JSON.parse(process.argv[2])
const agent = new Agent({ keepAlive: true })
const run = promisify(execFile)

const call = ({ name, socketPath, path, method, headers, body }) =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      { agent, ...(socketPath ? { socketPath } : { host: '127.0.0.1', port: 80 }), path, method, headers },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () =>
          response.statusCode === 200 && text.includes('"result"')
            ? resolve()
            : reject(new Error(`${name} was answered ${response.statusCode}: ${text}`)),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })

const once = (way) => (way.argv ? run(way.argv[0], way.argv.slice(1)) : call(way))

const times = Object.fromEntries(ways.map(({ name }) => [name, []]))
// Agent and web interface are asleep at first, and compile what they run often.
for (const way of ways) for (let i = 0; i < 20; i++) await once(way)
for (let round = 0; round < rounds; round++)
  for (const way of ways) {
    const started = performance.now()
    await once(way)
    times[way.name].push(Math.round((performance.now() - started) * 1000) / 1000)
  }
console.log(JSON.stringify(times))
process.exit(0)
