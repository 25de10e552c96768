import { lookAt } from './look-at.ts'
import { host, shell } from './pilot.ts'

export const { uidOf, processesOf, untilAsleep, unitProperty, sql } = lookAt(host)

/** Everything that would be left of a tenant on the machine: empty when it is gone without a trace. */
export const tracesOf = async (name: string): Promise<string[]> => {
  // One program on the host, for tests that ask often.
  const found = await shell(`
    getent passwd '${name}' | sed 's/^/account /' || true
    getent group '${name}' | sed 's/^/group /' || true
    cd /; runuser -u postgres -- psql -XAtqc "
      select 'role ' || rolname from pg_roles where rolname = '${name}'
      union all select 'database ' || datname from pg_database where datname = '${name}'"
    systemctl list-units --all --plain --no-legend 'pilot@${name}.*' 'pilot-proxy@${name}.*' | sed 's/^/unit /'
    find /etc /var/lib/pilot /run/pilot /var/lib/systemd/linger -path /etc/ssl -prune -o \\( \\
      -name '${name}' -o -name '${name}.sock' -o -name '${name}.env' -o -name '${name}.localhost.*' -o -name '${name}.domains' \\
      -o -name 'pilot-${name}.conf' -o -name 'pilot@${name}.*' \\) -print`)
  return found.split('\n').filter((trace) => trace !== '')
}
