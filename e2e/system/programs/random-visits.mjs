// Visits tenants at random through Caddy for so many seconds, `visitors` at once, each with a random gap of at most
// 300 ms between an answer and its next request. No request is ever repeated.
// Usage: random-visits.mjs SECONDS VISITORS PREFIX COUNT: the domains are <prefix>1.localhost to <prefix>COUNT.localhost.
// Prints {"sent", "lost", "tenants", "cold": [ms], "warm": [ms], "faults"}: lost is every answer that is not 200 from
// the tenant asked; cold is what the first answer of a program took (the sample app counts its answers by its pid).
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const [seconds, visitors, prefix, count] = process.argv
  .slice(2)
  .map((word) => (/^\d+$/.test(word) ? Number(word) : word))
const result = { sent: 0, lost: 0, tenants: 0, cold: [], warm: [], faults: [] }
const pids = new Map()
const until = performance.now() + seconds * 1000

const visit = (name) =>
  new Promise((resolve) => {
    const headers = { host: `${name}.localhost` }
    const request = http.get({ host: '127.0.0.1', agent: false, timeout: 60_000, headers }, (response) => {
      let text = ''
      response.on('data', (part) => (text += part))
      response.on('end', () => resolve({ status: response.statusCode, text }))
      response.on('error', (error) => resolve({ status: 0, text: error.message }))
    })
    request.on('timeout', () => request.destroy(new Error('no answer within 60 s')))
    request.on('error', (error) => resolve({ status: 0, text: error.message }))
  })

const readAnswer = ({ status, text }) => {
  if (status !== 200) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

await Promise.all(
  Array.from({ length: visitors }, async () => {
    while (performance.now() < until) {
      await pause(300 * Math.random())
      const name = `${prefix}${1 + Math.floor(Math.random() * count)}`
      const began = performance.now()
      const answer = await visit(name)
      const took = performance.now() - began
      result.sent += 1
      const sample = readAnswer(answer)
      if (sample?.linux_user !== name || sample.db_status !== 'Connected') {
        result.lost += 1
        if (result.faults.length < 10) result.faults.push(`${name}: ${answer.status} ${answer.text}`)
        continue
      }
      ;(pids.get(name) === sample.pid ? result.warm : result.cold).push(Math.round(took * 10) / 10)
      pids.set(name, sample.pid)
    }
  }),
)
result.tenants = pids.size
console.log(JSON.stringify(result))
