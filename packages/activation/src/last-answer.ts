import type { ServerResponse } from 'node:http'

/**
 * Makes this the last answer on its connection, which the proxy is told by its head; where that has gone out already
 * another one follows.
 */
export const makeLast = (response: ServerResponse): void => {
  if (response.headersSent) return
  response.setHeader('Connection', 'close')
  endAfterBody(response)
}

/**
 * Node ends the connection with the answer. Where the program has answered without reading the request's body, that may
 * be on its way still, as Go sends it after the head (net/http: transferWriter.FlushHeaders); the proxy could not write
 * it any more, and would take the answer for lost.
 */
const endAfterBody = ({ req: request }: ServerResponse): void => {
  const { socket } = request
  const end = socket.destroySoon.bind(socket)
  socket.destroySoon = () => {
    if (request.complete) end()
    else request.once('close', end)
  }
}
