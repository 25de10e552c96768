import type { Caller } from '@pilot/api/service'

export interface InheritedSocket {
  readonly fd: number
  readonly source: Caller['source']
}

/**
 * The listening sockets that systemd passed on, by the names of their units (sd_listen_fds(3)): descriptors
 * from 3 on, named in LISTEN_FDNAMES. Throws where there is none, or one that we do not know.
 */
export const inheritedSockets = (environment: NodeJS.ProcessEnv, pid: number): readonly InheritedSocket[] => {
  if (Number(environment['LISTEN_PID']) !== pid)
    throw new Error('the agent is started by systemd: systemctl start pilot-agent.socket')
  const names = (environment['LISTEN_FDNAMES'] ?? '').split(':')
  const count = Number(environment['LISTEN_FDS'])
  if (names.length !== count)
    throw new Error(`LISTEN_FDNAMES names ${names.length} sockets, LISTEN_FDS says ${count}`)
  return names.map((name, index) => ({ fd: firstDescriptor + index, source: toSource(name) }))
}

const firstDescriptor = 3

const sources: readonly Caller['source'][] = ['root', 'bridge', 'status']

// Never a guess: a socket of another name has no authority that we know of.
const toSource = (name: string): Caller['source'] => {
  const source = sources.find((known) => known === name)
  if (source === undefined)
    throw new Error(`there is a socket named ${name}; known are ${sources.join(', ')}`)
  return source
}
