// The half that connects, in the host's network: takes visitors from listen.ts and brings them to Caddy.
import { connect, Socket } from 'node:net'

process.on('message', (_message, visitor) => {
  if (visitor instanceof Socket) bringToCaddy(visitor)
})
process.once('disconnect', () => process.exit(0))

const bringToCaddy = (visitor: Socket): void => {
  const caddy = connect({ host: '127.0.0.1', port: 80, allowHalfOpen: true })
  for (const [from, to] of [
    [visitor, caddy],
    [caddy, visitor],
  ] as const) {
    from.pipe(to)
    from.once('error', () => to.destroy())
    from.once('close', () => to.destroySoon())
  }
}
