import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A server on a Unix socket in the agent's place. It tells what it was asked, and answers by `answer`. */
export const startStubAgent = async (answer: RequestListener) => {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-web-'))
  const socketPath = join(folder, 'bridge.sock')
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      seen.push({ method, url, headers, body: Buffer.concat(chunks).toString() })
      answer(request, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(socketPath, resolve))
  return {
    socketPath,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}

/** Answers each call with this JSON and status. */
export const answerJson =
  (body: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'set-cookie': 'a=b', 'x-inside': 'yes' })
    response.end(JSON.stringify(body))
  }

/** Answers each call with this value, as tRPC does where one request may hold several calls. */
export const answerValue = (value: unknown): RequestListener => answerJson([{ result: { data: value } }])

/** Answers each call with this problem, as the agent tells it. */
export const answerProblem = (problem: unknown): RequestListener =>
  answerJson({ error: { message: 'no', code: -32_600, data: { problem } } }, 400)
