import type { Service } from '../service.ts'

/** What a service that does not answer is, and what to do. */
export const serviceDown: Readonly<Record<Service, string>> = {
  postgresql: 'PostgreSQL does not answer; start it with "systemctl start postgresql".',
  caddy: 'Caddy does not answer; start it with "systemctl start caddy".',
  dbus: 'D-Bus does not answer; start it with "systemctl start dbus".',
  systemd: 'systemd (PID 1) does not answer in time; look at "systemctl status".',
  'pilot-agent': 'The Pilot agent does not answer; start it with "systemctl start pilot-agent.socket".',
  'user-manager': 'The tenant\'s own systemd manager does not answer; look for it in "loginctl list-users".',
}

export const postgresqlFull =
  'PostgreSQL has no free connection (max_connections); close some, or raise max_connections in postgresql.conf.'
