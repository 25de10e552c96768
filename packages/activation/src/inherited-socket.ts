/** A listening socket that systemd opened for this process (sd_listen_fds(3)). */
export interface InheritedSocket {
  /** Its file descriptor; the first one is always 3. */
  fd: number
  /** What FileDescriptorName= of the socket unit calls it; by default the unit's name. */
  name: string | undefined
}

/**
 * Takes the socket that this process was started for, or undefined where it was not started by a socket.
 * The variables are cleared, as sd_listen_fds(3) does on request: a socket is taken once, and no child
 * believes that it got one. Further sockets of the same unit are left alone.
 */
export const inheritedSocket = (
  environment: NodeJS.ProcessEnv = process.env,
): InheritedSocket | undefined => {
  if (!isActivated(environment)) return undefined
  const name = environment['LISTEN_FDNAMES']?.split(':')[0]
  for (const variable of variables) Reflect.deleteProperty(environment, variable)
  return { fd: firstFd, name }
}

/** True where LISTEN_PID names this very process and at least one socket came with it. */
export const isActivated = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  environment['LISTEN_PID'] === String(process.pid) && Number(environment['LISTEN_FDS']) >= 1

/** SD_LISTEN_FDS_START */
export const firstFd = 3

// LISTEN_PIDFDID is new in systemd 258.
const variables = ['LISTEN_PID', 'LISTEN_FDS', 'LISTEN_FDNAMES', 'LISTEN_PIDFDID']
