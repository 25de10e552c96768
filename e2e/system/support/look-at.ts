import type { Host } from '../../host/index.ts'
import { speakTo } from './speak-to.ts'
import { until } from './until.ts'

/** What tests see on a host, asked of the machine itself. */
export const lookAt = (host: Pick<Host, 'exec' | 'run'>) => {
  const { run } = speakTo(host)

  /** The uid from passwd(5), or undefined where there is no such account. */
  const uidOf = async (name: string): Promise<number | undefined> => {
    const found = await host.exec(['getent', 'passwd', name])
    return found.exitCode === 0 ? Number(found.stdout.split(':')[2]) : undefined
  }

  /** Pids of every process whose real uid is that account's (ps(1), from /proc). */
  const processesOf = async (name: string): Promise<string[]> => {
    const uid = await uidOf(name)
    if (uid === undefined) return []
    const found = await host.exec(['ps', '-U', String(uid), '-o', 'pid='])
    return found.stdout
      .split('\n')
      .map((pid) => pid.trim())
      .filter((pid) => pid !== '')
  }

  /** Waits until no process of that account exists. */
  const untilAsleep = (name: string, timeout = 30_000): Promise<string[]> =>
    until(
      `no process of ${name}`,
      () => processesOf(name),
      (pids) => pids.length === 0,
      { timeout },
    )

  /** One property of a unit, as systemctl shows it. */
  const unitProperty = (unit: string, property: string): Promise<string> =>
    run('systemctl', 'show', '--value', '--property', property, unit)

  /** Asks PostgreSQL as its superuser; one value. */
  const sql = (statement: string, database = 'postgres'): Promise<string> =>
    run('runuser', '-u', 'postgres', '--', 'psql', '-XAtq', '-d', database, '-c', statement)

  return { uidOf, processesOf, untilAsleep, unitProperty, sql }
}
