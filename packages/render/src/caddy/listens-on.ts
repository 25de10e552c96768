import { asArray, asObject } from './json.ts'

/** True where one of the server's addresses is a TCP one with one of these ports (Caddy: network addresses). */
export const listensOn = (server: unknown, ports: readonly number[]): boolean =>
  asArray(asObject(server)['listen']).some((address) => ports.some((port) => hasPort(address, port)))

const hasPort = (address: unknown, port: number): boolean => {
  if (typeof address !== 'string' || /^(unix|udp|fd|ip)/.test(address)) return false
  const [, first, last] = /:(\d+)(?:-(\d+))?$/.exec(address) ?? []
  if (first === undefined) return false
  return Number(first) <= port && port <= Number(last ?? first)
}
