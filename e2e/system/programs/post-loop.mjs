// Sends POSTs through Caddy, one after the other per tenant and several tenants at once, with gaps spread around two
// moments: when Caddy ends the connection that it has kept, and when the program leaves, idle for the idle time since
// then (and up to `lateness` ms more). No request is ever repeated.
// Prints {"sent", "lost", "coldStarts", "faults"}: lost is every answer that is not 200 with the body sent.
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

const [, , count, kept, idle, lateness, ...domains] = process.argv
const result = { sent: 0, lost: 0, coldStarts: 0, faults: [] }

const post = (domain, body) =>
  new Promise((resolve) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port: 80,
        method: 'POST',
        path: '/echo',
        agent: false,
        timeout: 60_000,
        headers: { host: domain, 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () =>
          resolve(
            response.statusCode === 200 && text === body ? undefined : `${response.statusCode} ${text}`,
          ),
        )
        response.on('error', (error) => resolve(error.message))
      },
    )
    request.on('timeout', () => request.destroy(new Error('no answer within 60 s')))
    request.on('error', (error) => resolve(error.message))
    request.end(body)
  })

const around = (moment) => moment * (0.8 + Math.random() * 0.5)
const late = () => Number(lateness) * Math.random()

const share = Math.ceil(Number(count) / domains.length)
await Promise.all(
  domains.map(async (domain) => {
    for (let i = 0; i < share; i++) {
      const started = performance.now()
      const fault = await post(domain, `{"n":${i}}`)
      result.sent++
      if (performance.now() - started > 20) result.coldStarts++
      if (fault !== undefined) {
        result.lost++
        if (result.faults.length < 10) result.faults.push(`${domain} ${i}: ${fault}`)
      }
      await pause(Math.random() < 0.4 ? around(Number(kept)) : around(Number(kept) + Number(idle)) + late())
    }
  }),
)
console.log(JSON.stringify(result))
