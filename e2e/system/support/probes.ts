/** What permissions alone stop: root gets there. The others need a name that root has not, or more than a container's root may. */
export const permissionProbes = [
  ['read', '/var/lib/pilot/tenants/victim/secret'],
  ['list', '/var/lib/pilot/tenants/victim'],
  ['read', '/var/lib/pilot/tenants/ownvictim/data/secret'],
  ['list', '/var/lib/pilot/tenants/ownvictim'],
  ['list', '/var/lib/pilot/tenants'],
  ['read', '/etc/pilot/tenants/victim.env'],
  ['read', '/etc/pilot/tenants/ownvictim.env'],
  ['read', '/var/lib/pilot/pilot.db'],
  ['list', '/var/lib/pilot/by-domain'],
  ['connect', '/run/pilot/tenants/victim.sock'],
  ['connect', '/run/pilot/user/ownvictim/ownvictim.sock'],
  ['connect', '/run/pilot/by-domain/victim.localhost.sock'],
  ['connect', '/run/pilot/agent/root.sock'],
  ['connect', '/run/pilot/agent/bridge.sock'],
  ['connect', '/run/pilot/status/status.sock'],
  ['connect', '/run/caddy/admin.sock'],
  ['connect', '/run/systemd/private'],
  ['run', 'su root -c true'],
  ['list', '/root'],
] as const satisfies readonly Probe[]

/** What a curious tenant tries against a tenant `victim`, another of user scope `ownvictim`, and the system. */
export const probes = [
  ...permissionProbes,
  ['write', '/var/lib/pilot/by-domain/stolen.localhost.sock'],
  ['write', '/etc/pilot/pilot.conf'],
  ['connect', '/run/dbus/system_bus_socket'],
  ['tcp', '127.0.0.1:2019'],
  ['database', 'victim'],
  ['database', 'ownvictim'],
  ['database', 'postgres'],
  ['database', 'template1'],
  ['run', 'psql -w -h 127.0.0.1 -d postgres -c "select 1"'],
  ['run', 'unshare --user --map-root-user true'],
] as const satisfies readonly Probe[]

/** What ProtectKernelTunables=, ProtectControlGroups= and their like would stop, and permissions and the filter of calls do. */
export const machineProbes = [
  ['write', '/proc/sys/net/ipv4/ip_forward'],
  ['write', '/proc/sys/kernel/core_pattern'],
  ['write', '/sys/fs/cgroup/cgroup.procs'],
  ['read', '/proc/kmsg'],
  ['read', '/dev/kmsg'],
  ['list', '/home'],
  ['write', '/run/lock/stolen'],
  ['write', '/usr/local/bin/stolen'],
  ['call', 'bpf'],
  ['call', 'clock_settime'],
  ['call', 'init_module'],
  ['call', 'io_uring_setup'],
  ['call', 'keyctl'],
  ['call', 'mount'],
  ['call', 'perf_event_open'],
  ['call', 'ptrace'],
  ['call', 'sethostname'],
  ['call', 'syslog'],
  ['call', 'userfaultfd'],
] as const satisfies readonly Probe[]

/** What nothing but the cell keeps a tenant from: each gets there as the same account without one. */
export const cellProbes = [
  ['read', '/tmp/common'],
  ['read', '/var/tmp/common'],
  ['read', '/dev/shm/common'],
  ['list', '/home'],
  ['list', '/run/dbus'],
  ['list', '/run/user'],
  ['connect', '/run/dbus/system_bus_socket'],
  ['write', '/run/lock/stolen'],
  ['processes', '0'],
  ['list', '/proc/1'],
  ['suid', '/tmp'],
  ['family', 'AF_PACKET'],
  ['unshare', 'CLONE_NEWUSER'],
] as const satisfies readonly Probe[]

export type Probe = readonly [kind: string, of: string]
