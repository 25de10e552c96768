#!/bin/sh
# keep.sh <control group>... -- <command>...: runs systemd-nspawn until its host powers off. See nspawn.ts.
set -eu

# 0 is the process that writes; see cgroups(7).
join() {
  within=$1
  shift
  while [ "$1" != -- ]; do
    echo 0 >"$1/$within/cgroup.procs"
    shift
  done
}

join keeper "$@"
status=133
# With --keep-unit nspawn does not start a rebooting host again: it ends with 133 and leaves that to whoever keeps
# it (RestartForceExitStatus=133 in systemd-nspawn@.service).
while [ "$status" = 133 ]; do
  status=0
  (
    join host "$@"
    while [ "$1" != -- ]; do shift; done
    shift
    exec "$@"
  ) || status=$?
done
exit "$status"
