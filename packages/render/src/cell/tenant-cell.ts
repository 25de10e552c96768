import { firstTenantUid, lastTenantUid, paths } from '../paths.ts'

/**
 * The cell of a tenant's program, as pilot-enter reads it (packaging/enter/enter.c says what each word does); `%i` is
 * the tenant. What is hidden and what stays writable is what sandbox.ts says of systemd's way; e2e/system/isolation.test.ts
 * tries both.
 */
export const renderTenantCell = (): string => `# Part of the package; do not edit.
# Everything is read-only, also what is open to everybody, such as /run/lock.
read-only /
# What other accounts keep, and D-Bus.
hide -/home
hide -/root
hide -/run/user
hide -/run/dbus
# It sees no processes of others.
mount proc /proc nosuid,nodev,noexec hidepid=invisible
# Of its own, as long as it runs; in memory, and bounded.
mount tmpfs /tmp nosuid,nodev size=512m,nr_inodes=64k,mode=1777
bind /tmp -/var/tmp
# No devices but these.
mount tmpfs /dev nosuid,noexec size=64k,nr_inodes=64,mode=755
${devices.map(([name, major, minor]) => `node /dev/${name} ${major} ${minor}\n`).join('')}${links.map(([name, target]) => `link /dev/${name} ${target}\n`).join('')}folder /dev/shm 1777
folder /dev/pts 755
read-only /dev
mount tmpfs /dev/shm nosuid,nodev size=64m,nr_inodes=16k,mode=1777
mount devpts /dev/pts nosuid,noexec newinstance,ptmxmode=666,mode=620
# What stays writable: its home, and the folder of its socket where it has one.
writable ${paths.tenantHomes}/%i
writable -${paths.appDirectories}/%i
# As systemd's defaults (systemd-system.conf(5), DefaultLimitNOFILE=, DefaultLimitCORE=, DefaultLimitMEMLOCK=).
limit nofile 1024 524288
limit core 0 infinity
limit memlock 8388608 8388608
account ${paths.tenantHomes}/%i ${firstTenantUid} ${lastTenantUid}
# A group that exists to be denied.
group ${paths.deniedDirectory}
filter ${paths.tenantFilter}
`

/** Linux's numbers (Documentation/admin-guide/devices.txt). */
const devices = [
  ['null', 1, 3],
  ['zero', 1, 5],
  ['full', 1, 7],
  ['random', 1, 8],
  ['urandom', 1, 9],
  ['tty', 5, 0],
] as const

const links = [
  ['fd', '/proc/self/fd'],
  ['stdin', '/proc/self/fd/0'],
  ['stdout', '/proc/self/fd/1'],
  ['stderr', '/proc/self/fd/2'],
  ['ptmx', 'pts/ptmx'],
  ['log', '/run/systemd/journal/dev-log'],
] as const
