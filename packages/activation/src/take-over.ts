import type { AddressInfo, ListenOptions, Server } from 'node:net'
import { firstFd, inheritedSocket } from './inherited-socket.ts'
import { backlog } from './listen.ts'
import { net } from './net.ts'

/**
 * Lets the first `listen()` of any server in this process, whatever port, host or path it names, take the
 * inherited socket; then calls `taken` with that server. Every later `listen()` is Node's own again. A program
 * that takes its inherited socket by `@pilot/activation` is left alone.
 */
export const takeOverFirstListen = (taken: (server: Server) => void): void => {
  const { prototype } = net().Server
  const listen = Reflect.get(prototype, 'listen') as Listen
  prototype.listen = function (this: Server, ...given: unknown[]) {
    if (isOtherHandle(given[0])) return listen.apply(this, given)
    prototype.listen = listen
    const inherited = inheritedSocket()
    if (inherited === undefined) return listen.apply(this, given)
    const asked = readArguments(given)
    const { signal } = asked
    const callback = given.findLast((argument) => typeof argument === 'function')
    listen.call(this, { fd: inherited.fd, backlog, ...(signal === undefined ? {} : { signal }) }, callback)
    answerAddress(this, asked)
    taken(this)
    return this
  }
}

type Listen = (this: Server, ...given: unknown[]) => Server

/** The forms of server.listen() in https://nodejs.org/api/net.html#serverlisten */
const readArguments = ([first, second]: unknown[]): ListenOptions => {
  if (typeof first === 'object' && first !== null)
    return 'port' in first ? { ...first, port: Number(first.port) } : first
  if (typeof first === 'string' && Number.isNaN(Number(first))) return { path: first }
  const port = typeof first === 'function' ? 0 : Number(first ?? 0)
  return { port, ...(typeof second === 'string' ? { host: second } : {}) }
}

/** A handle or descriptor of the program's own making, other than the inherited one. */
const isOtherHandle = (first: unknown): boolean => {
  if (typeof first !== 'object' || first === null) return false
  if ('_handle' in first || 'handle' in first) return true
  return 'fd' in first && first.fd !== firstFd
}

/**
 * Node answers null for an inherited Unix socket, on which programs that print `address().port` fail. So the
 * answer is what they asked for. An inherited TCP socket knows its own.
 */
const answerAddress = (server: Server, asked: ListenOptions): void => {
  const address = server.address.bind(server)
  server.address = () => address() ?? (server.listening ? wouldBe(asked) : null)
}

const wouldBe = ({ path, host = '::', port = 0 }: ListenOptions): AddressInfo | string => {
  if (path !== undefined) return path
  // Not net.isIPv6(), whose regular expression takes some 5 ms when it is first used; no name has a colon.
  if (host.includes(':')) return { address: host, family: 'IPv6', port }
  return { address: /^[\d.]+$/.test(host) ? host : '127.0.0.1', family: 'IPv4', port }
}
