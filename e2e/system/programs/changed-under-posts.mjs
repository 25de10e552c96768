// Sends POSTs through Caddy without a pause, none of them twice, while tenants are changed by `pilot`, one command
// after the other, until at least `count` are answered and every command was run.
// changed-under-posts.mjs '{"count":1000,"visitors":4,"tenants":{"a.localhost":"a"},"commands":[["sleep","a"]],
//   "handed":{"domain":"x.localhost","tenants":["a","b"],"times":5}}'
// Prints {"sent","lost","wrong","closed","handed","faults"}: lost is what is not answered by a program, wrong what is
// answered by another tenant than the domain's while the request was on its way, closed what met a domain between two.
import { execFile } from 'node:child_process'
import http from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const { count, visitors, tenants, commands, handed } = JSON.parse(process.argv[2])
const result = { sent: 0, lost: 0, wrong: 0, closed: 0, handed: 0, faults: [] }
const agent = new http.Agent({ keepAlive: true })
const nobody = 'nobody'

// Who may answer for a domain, and since when; the last is now.
const owners = new Map(Object.entries(tenants).map(([domain, tenant]) => [domain, [mayAnswer(tenant)]]))
if (handed) owners.set(handed.domain, [mayAnswer(nobody)])

function mayAnswer(...names) {
  return { since: performance.now(), names }
}

const ownersSince = (domain, moment) => {
  const phases = owners.get(domain)
  return phases
    .filter((_, index) => index === phases.length - 1 || phases[index + 1].since >= moment)
    .flatMap(({ names }) => names)
}

const post = (domain) =>
  new Promise((resolve) => {
    const headers = { host: domain, 'content-length': 2 }
    const request = http.request(
      { host: '127.0.0.1', method: 'POST', path: '/', agent, headers, timeout: 60_000 },
      (response) => {
        let text = ''
        response.on('data', (part) => (text += part))
        response.on('end', () => resolve({ status: response.statusCode, text }))
        response.on('error', (error) => resolve({ status: 0, text: error.message }))
      },
    )
    request.on('timeout', () => request.destroy(new Error('no answer within 60 s')))
    request.on('error', (error) => resolve({ status: 0, text: error.message }))
    request.end('{}')
  })

const judge = (domain, { status, text }, began) => {
  const allowed = ownersSince(domain, began)
  if ([404, 503].includes(status) && allowed.includes(nobody)) return 'closed'
  if (status !== 200) return 'lost'
  return allowed.includes(JSON.parse(text).linux_user) ? undefined : 'wrong'
}

let isDone = false
const visit = async (domain) => {
  while (!isDone || result.sent < count) {
    const began = performance.now()
    const answer = await post(domain)
    const fault = judge(domain, answer, began)
    result.sent++
    if (fault === undefined) continue
    result[fault]++
    if (fault === 'closed') await pause(5)
    else if (result.faults.length < 10)
      result.faults.push(`${fault} ${domain}: ${answer.status} ${answer.text}`)
  }
}

const run = promisify(execFile)
const pilot = async (...words) => {
  await run('pilot', words).catch((error) => {
    throw new Error(`pilot ${words.join(' ')}: ${error.stdout}${error.stderr}`)
  })
}

const change = async () => {
  for (const words of commands) {
    await pilot(...words)
    // A proxied tenant starts up to twice for each; 45 times in 30 s shut its socket (packages/render, socket-template.ts).
    await pause(1500 + Math.random() * 500)
  }
}

const handOver = async () => {
  if (!handed) return
  const { domain, tenants: between, times } = handed
  const phases = owners.get(domain)
  const [, other] = between
  phases.push(mayAnswer(nobody, between[0]))
  await pilot('set', between[0], `--add-domain=${domain}`)
  phases.push(mayAnswer(between[0]))
  for (let turn = 0; turn < times; turn++) {
    const [from, to] = turn % 2 === 0 ? between : [other, between[0]]
    await pause(300)
    phases.push(mayAnswer(nobody, from))
    await pilot('set', from, `--remove-domain=${domain}`)
    phases.push(mayAnswer(nobody, to))
    await pilot('set', to, `--add-domain=${domain}`)
    phases.push(mayAnswer(to))
    result.handed++
  }
}

const domains = [...owners.keys()]
const visits = Promise.all(domains.flatMap((domain) => Array.from({ length: visitors }, () => visit(domain))))
await change()
await handOver()
isDone = true
await visits
console.log(JSON.stringify(result))
process.exit(0)
