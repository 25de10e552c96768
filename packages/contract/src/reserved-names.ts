/**
 * Names that no tenant may have: accounts that a Debian or Fedora system owns or will own, PostgreSQL's own
 * databases and roles, and Pilot's. Accounts that exist on the machine beyond these are met by the agent as
 * `foreign-resource`.
 */
export const isReservedName = (name: string): boolean =>
  reserved.has(name) || reservedPrefixes.some((prefix) => name.startsWith(prefix))

const reservedPrefixes = ['pilot-', 'pg-', 'systemd-']

const reserved = new Set([
  // base-passwd of Debian, users and groups
  ...['root', 'daemon', 'bin', 'sys', 'sync', 'games', 'man', 'lp', 'mail', 'news', 'uucp', 'proxy'],
  ...['www-data', 'backup', 'list', 'irc', 'nobody', 'nogroup', 'adm', 'tty', 'disk', 'kmem', 'dialout'],
  ...['fax', 'voice', 'cdrom', 'floppy', 'tape', 'sudo', 'audio', 'dip', 'operator', 'src', 'shadow'],
  ...['utmp', 'video', 'sasl', 'plugdev', 'staff', 'users', 'wheel', 'kvm', 'input', 'render', 'sgx'],
  // packages that nearly every server has
  ...['messagebus', 'sshd', 'caddy', 'postgres', 'polkitd', 'dnsmasq', 'chrony', 'ntp', 'tss', 'uuidd'],
  ...['ssl-cert', 'crontab', 'netdev', 'docker', 'podman', 'containers', 'redis', 'mysql', 'nginx', 'apache'],
  // PostgreSQL's own databases and keywords for roles
  ...['template0', 'template1', 'public', 'none', 'all', 'sameuser', 'samerole', 'replication'],
  // Pilot itself
  'pilot',
])
