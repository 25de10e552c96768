// Requests per second of several addresses, one after the other in every round, in an order that changes: 16
// connections that stay open, each with one request in work.
// load.mjs '{"rounds":5,"seconds":3,"targets":[{"name":"a","port":80,"host":"a.localhost"}]}' -> {"a":[rate, ...]}
// Raw sockets, because a client that costs more than the server would hide every difference.
import { connect } from 'node:net'

const { rounds, seconds, targets } = JSON.parse(process.argv[2])
const connections = 16

const measure = (target, milliseconds) =>
  new Promise((resolve, reject) => {
    const request = `GET / HTTP/1.1\r\nHost: ${target.host}\r\n\r\n`
    const started = performance.now()
    let answers = 0
    let open = connections
    const end = (socket) => {
      socket.destroy()
      open -= 1
      if (open === 0) resolve((answers / (performance.now() - started)) * 1000)
    }
    for (let i = 0; i < connections; i++) {
      const socket = connect(
        target.path ? { path: target.path } : { host: '127.0.0.1', port: target.port, noDelay: true },
      )
      let answer = ''
      socket.setEncoding('latin1')
      socket.on('connect', () => socket.write(request))
      socket.on('error', reject)
      socket.on(
        'close',
        () => open > 0 && performance.now() - started < milliseconds && reject(closed(target)),
      )
      socket.on('data', (part) => {
        answer += part
        if (!isWhole(answer)) return
        if (!answer.startsWith('HTTP/1.1 200')) return reject(new Error(`${target.name}: ${answer}`))
        answer = ''
        answers += 1
        if (performance.now() - started > milliseconds) end(socket)
        else socket.write(request)
      })
    }
  })

const isWhole = (answer) => {
  const head = answer.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer)?.[1]
  if (length === undefined) throw new Error(`no length in ${answer}`)
  return answer.length >= head + 4 + Number(length)
}

const closed = (target) => new Error(`${target.name} closed a connection`)

const shuffled = (list) =>
  list
    .map((item) => [Math.random(), item])
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)

const rates = Object.fromEntries(targets.map(({ name }) => [name, []]))
for (const target of targets) await measure(target, 300)
for (let round = 0; round < rounds; round++)
  for (const target of shuffled(targets))
    rates[target.name].push(Math.round(await measure(target, seconds * 1000)))
console.log(JSON.stringify(rates))
process.exit(0)
