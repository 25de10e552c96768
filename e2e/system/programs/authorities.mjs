// Sends one request per hostile authority over h2c or TLS h2 and prints [{authority, status, body}].
// Status 0: the connection or the stream was refused.
import http2 from 'node:http2'

const [, , origin, ...authorities] = process.argv

const ask = (authority) =>
  new Promise((resolve) => {
    const session = http2.connect(origin, { rejectUnauthorized: false, servername: 'shop.localhost' })
    const done = (status, body) => {
      session.destroy()
      resolve({ authority, status, body })
    }
    session.on('error', (error) => done(0, error.message))
    const request = session.request({ ':path': '/', ':authority': authority })
    let status = 0
    let body = ''
    request.on('response', (headers) => (status = headers[':status']))
    request.on('data', (part) => (body += part))
    request.on('end', () => done(status, body))
    request.on('error', (error) => done(0, error.message))
    request.end()
  })

const answers = []
for (const authority of authorities) answers.push(await ask(authority))
console.log(JSON.stringify(answers))
