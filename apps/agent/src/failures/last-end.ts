import type { Host } from '@pilot/host/ports'

export interface ServiceEnd {
  /** systemd's Result=. */
  readonly result: string
  /** Exit status or signal number, where there was one. */
  readonly status: number | null
}

/**
 * How a service ended last. A waiting connection starts a crashed program again within milliseconds, and systemd
 * then forgets the result; so where it knows none, the lines of PID 1 in the journal tell.
 */
export const findLastEnd = async ({ systemd, journal }: Host, service: string): Promise<ServiceEnd> => {
  const { result, exitStatus } = await systemd.inspectService(service)
  if (result !== 'success') return { result, status: exitStatus }
  const entries = await journal.read({ units: [service], lines: 50 })
  // By the pid, which journald vouches for (systemd.journal-fields(7), _PID=); a program chooses its identifier.
  const own = entries.filter(({ pid }) => pid === 1).map(({ message }) => message)
  return { result: lastMatch(own, resultLine) ?? result, status: toStatus(lastMatch(own, exitLine)) }
}

// Logged by unit_log_failure() and unit_log_process_exit() of systemd (src/core/unit.c); never translated.
const resultLine = /: Failed with result '([a-z-]+)'/
const exitLine = /: Main process exited, code=[a-z]+, status=(\d+)\//

const lastMatch = (messages: readonly string[], pattern: RegExp): string | undefined =>
  messages.map((message) => pattern.exec(message)?.[1]).findLast((found) => found !== undefined)

const toStatus = (text: string | undefined): number | null => (text === undefined ? null : Number(text))
