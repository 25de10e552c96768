import type { Bench } from './bench.ts'
import { node } from './bench.ts'
import { app } from './programs.ts'

/** The image that every container is made of. */
export const image = 'bench'

/** Makes podman usable on the throw-away host, and an image of the app and of the sample app with what Node is linked with, once. */
export const preparePodman = ({ shell }: Bench): Promise<string> =>
  shell(`
    # Containers are layers of overlayfs, which cannot be laid over the overlay that the host's root may be. In
    # memory they start at least as fast as from a disk. Before podman runs at all: it remembers a refusal.
    if [ "$(findmnt --noheadings --output=FSTYPE --target /var/lib/containers)" = overlay ]; then
      mount -t tmpfs -o mode=711 tmpfs /var/lib/containers
    fi
    ! podman image exists ${image} || exit 0
    mkdir -p /etc/containers
    # Where the host has no controller for pids, podman's limit would be refused.
    grep -qw pids /sys/fs/cgroup/cgroup.controllers ||
      printf '[containers]\\npids_limit=0\\n' >/etc/containers/containers.conf
    root=$(mktemp -d)
    cp --parents -rL ${app} ${node} /usr/lib/pilot/user-rest-api $(ldd ${node} | grep -o '/[^ ]*') "$root"
    mkdir "$root/etc"
    echo 'root:x:0:0::/:/usr/sbin/nologin' >"$root/etc/passwd"
    tar -C "$root" -c . | podman import --change 'CMD ["${node}", "${app}"]' - ${image}
    rm -r "$root"`)

/** An image of the host's own Debian with one program: a container in which there is something to try things with. */
export const prepareDebianImage = async (bench: Bench, file: string): Promise<string> => {
  await preparePodman(bench)
  await bench.shell(`
    tar -C / --exclude='tmp/*' --exclude='*/libLLVM*' --exclude=usr/bin/caddy --exclude=usr/bin/podman \\
      -c bin sbin lib lib64 tmp etc/passwd etc/group etc/alternatives etc/os-release '.${file}' \\
      usr/bin usr/sbin usr/lib/*-linux-gnu usr/lib64 usr/lib/python3* usr/share/perl* \\
      usr/share/postgresql-common usr/lib/postgresql/*/bin/psql |
      podman import --quiet - bench-debian`)
  return 'bench-debian'
}

/** `podman run` as an administrator would write it, in the background, published on a port of the machine. */
export const runContainer = (name: string, port: number, network: 'bridge' | 'host'): string[] => [
  'podman',
  'run',
  '--detach',
  '--name',
  name,
  ...(network === 'host'
    ? ['--network=host', '--env', `PORT=${port}`]
    : ['--publish', `127.0.0.1:${port}:8080`, '--env', 'PORT=8080']),
  image,
]

export const removeContainers = ({ run }: Bench): Promise<string> =>
  run('podman', 'rm', '--all', '--force', '--time=2')
