import { PilotError, type TenantName } from '@pilot/contract'
import type { Account } from '../../ports/accounts.ts'
import { baseEnvironment, ProgramFailed, run } from '../run.ts'

/** `systemctl --user`, run as the tenant. `limit` is in milliseconds. */
export const systemctlOf = async (
  { uid, gid, home, name }: Account<TenantName>,
  args: readonly string[],
  limit = args[0] === 'show' ? 30_000 : 200_000,
): Promise<string> => {
  const identity = [`--reuid=${uid}`, `--regid=${gid}`, '--init-groups']
  const env = { ...baseEnvironment, XDG_RUNTIME_DIR: `/run/user/${uid}`, HOME: home, USER: name }
  try {
    const command = ['systemctl', '--user', '--no-pager', '--no-ask-password', ...args]
    return (await run('setpriv', [...identity, '--', ...command], { env, timeout: limit, longestOutput }))
      .stdout
  } catch (error) {
    // No exit code: the limit has passed, as the tenant can stop its manager (SIGSTOP), or it says too much.
    if (error instanceof ProgramFailed && error.exitCode === undefined)
      throw managerIsDown(`${name}'s manager did not answer within ${limit / 1000} s`, error)
    if (
      error instanceof ProgramFailed &&
      /Failed to connect to (user scope )?bus|Connection (refused|reset)|endpoint is not connected|timed out/.test(
        error.stderr,
      )
    )
      throw managerIsDown(error.stderr.trim(), error)
    throw error
  }
}

/** Characters. A tenant can put a program of its own in place of its manager, that answers without end. */
const longestOutput = 1024 * 1024

export const managerIsDown = (detail: string, cause?: unknown): PilotError =>
  new PilotError({ code: 'service-down', service: 'user-manager', detail }, { cause })
