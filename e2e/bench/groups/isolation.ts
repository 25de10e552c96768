import { machineProbes, probes, type Probe } from '../../system/support/probes.ts'
import type { Bench } from '../support/bench.ts'
import { prepareDebianImage, removeContainers } from '../support/podman.ts'
import { fromSystemTests } from '../support/programs.ts'
import type { Figure } from '../report.ts'

/**
 * The same probes inside a tenant and inside a container as podman makes it when nobody says otherwise: started by
 * root, bridge network, the image's user. What each reaches, and what the kernel says of its process.
 */
export const isolation = async (bench: Bench): Promise<Figure[]> => {
  await prepare(bench)
  const figures: Figure[] = []
  for (const place of places) figures.push(await reach(bench, place), await confinement(bench, place))
  await cleanUp(bench)
  return figures
}

/** In the order of the document; each must be kept from what is others', the rest is to be compared. */
export const probeKinds = [
  { title: "what is another tenant's, or Pilot's", probes },
  {
    title: "what is the machine's",
    probes: [
      ['tcp', '127.0.0.1:80'],
      ['tcp', '127.0.0.1:5432'],
      ['tcp', '10.88.0.1:80'],
      ['read', '/etc/caddy/Caddyfile'],
      ['run', 'grep -q ^victim: /etc/passwd'],
      ['run', "cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -q 'cadd[y] run'"],
    ],
  },
  { title: 'the kernel, or what every account may write to', probes: machineProbes },
  {
    title: 'privileges',
    probes: [
      ['run', 'test "$(id -u)" = 0'],
      ['write', '/usr/bin/probe'],
      ['run', 'cp /bin/true /tmp/owned && chown 1 /tmp/owned'],
      ['run', 'cp /bin/true /tmp/setuid && chmod u+s /tmp/setuid'],
      ['run', 'setpriv --reuid=1 --clear-groups true'],
      ['run', 'mount -t tmpfs none /mnt'],
      ['run', 'unshare --net true'],
      ['run', 'chroot / true'],
      ['run', 'echo 1 >/proc/sys/kernel/panic'],
      ['run', 'dmesg'],
      ['run', 'chrt --fifo 1 true'],
      ['run', 'setarch i686 true'],
    ],
  },
] as const satisfies readonly { title: string; probes: readonly Probe[] }[]

export const probeName = (probe: Probe): string => probe.join(' ')

/** `group` is what the control group of its process is called by. */
export const places = [
  {
    name: 'tenant',
    title: 'tenant, system scope',
    host: 'benchprobe.localhost',
    port: 80,
    group: 'pilot@benchprobe.service',
  },
  {
    name: 'tenant-user',
    title: 'tenant, user scope',
    host: 'benchownprobe.localhost',
    port: 80,
    group: '/pilot.service',
  },
  { name: 'podman', title: 'podman container', host: 'container', port: 9500, group: 'libpod-' },
] as const

type Place = (typeof places)[number]

const reach = async (bench: Bench, place: Place): Promise<Figure> => {
  const all = probeKinds.flatMap(({ probes }): readonly Probe[] => probes)
  const found = await ask(bench, place, all)
  const details = Object.fromEntries(
    all.map((probe, index) => [probeName(probe), found[index]?.reached ? 'yes' : 'no']),
  )
  const reached = Object.values(details).filter((detail) => detail === 'yes').length
  return {
    id: `isolation.${place.name}.reached`,
    title: `${place.title}: probes that reached what they tried`,
    unit: 'probes',
    median: reached,
    n: Object.keys(details).length,
    details,
  }
}

/** Of /proc/self/status, and which namespaces are its own, seen from outside. */
const confinement = async (bench: Bench, place: Place): Promise<Figure> => {
  const fields = "grep -E '^(Uid|CapEff|NoNewPrivs|Seccomp):' /proc/self/status"
  const detail = (await ask(bench, place, [['run', fields]]))[0]?.detail
  const status = (key: string): string =>
    new RegExp(`^${key}:\\s+(\\S+)`, 'm').exec(String(detail))?.[1] ?? ''
  const namespaces = (await bench.shell(namespacesOf(place.group))).split(' ').filter((kind) => kind !== '')
  return {
    id: `isolation.${place.name}.namespaces`,
    title: '  … namespaces of its own',
    unit: 'namespaces',
    median: namespaces.length,
    n: 1,
    details: {
      'user on the machine': status('Uid') === '0' ? 'root' : 'its own account',
      capabilities: String(countBits(status('CapEff'))),
      'can gain privileges by a program (no_new_privs)': status('NoNewPrivs') === '1' ? 'no' : 'yes',
      'system calls are filtered': status('Seccomp') === '2' ? 'yes' : 'no',
      'namespaces of its own': namespaces.join(', ') || 'none',
    },
  }
}

const namespacesOf = (group: string): string => `
  for pid in $(pgrep -f '^/usr/bin/python3 .*probe.py'); do
    grep -q '${group}' "/proc/$pid/cgroup" || continue
    for kind in cgroup ipc mnt net pid time user uts; do
      [ "$(readlink "/proc/$pid/ns/$kind")" = "$(readlink "/proc/1/ns/$kind")" ] || printf '%s ' "$kind"
    done
    exit
  done`

const countBits = (mask: string): number => BigInt(`0x${mask}`).toString(2).replaceAll('0', '').length

interface Found {
  readonly reached: boolean
  readonly detail: unknown
}

const ask = async ({ measure }: Bench, { host, port }: Place, asked: readonly Probe[]): Promise<Found[]> => {
  const paths = asked.map(([kind, of]) => `/?probe=${kind}&of=${encodeURIComponent(of)}`)
  const answers = await measure<string[]>('ask.py', { host, port, paths })
  return answers.map((answer) => JSON.parse(answer) as Found)
}

const prepare = async (bench: Bench): Promise<void> => {
  const { mustPilot, run, shell } = bench
  // First, so that the names of tenants are not in it.
  const image = await prepareDebianImage(bench, fromSystemTests('probe.py'))
  const probe = `--exec=/usr/bin/python3 ${fromSystemTests('probe.py')}`
  await mustPilot('create-tenant', '--name=benchprobe', probe, '--activation=native')
  await mustPilot('create-tenant', '--name=benchownprobe', '--scope=user', probe, '--activation=native')
  await mustPilot('create-tenant', '--name=victim', '--env', 'SECRET=hidden')
  await mustPilot('create-tenant', '--name=ownvictim', '--scope=user', '--env', 'SECRET=hidden')
  await shell(`
    echo secret | tee /var/lib/pilot/tenants/victim/secret >/var/lib/pilot/tenants/ownvictim/data/secret
    chmod 644 /var/lib/pilot/tenants/victim/secret /var/lib/pilot/tenants/ownvictim/data/secret`)
  await run(
    ...['podman', 'run', '--detach', '--name=benchprobe', '--publish=127.0.0.1:9500:8080'],
    ...['--env=PORT=8080', '--env=BIND=0.0.0.0', image, '/usr/bin/python3', fromSystemTests('probe.py')],
  )
}

const cleanUp = async (bench: Bench): Promise<void> => {
  for (const name of ['benchprobe', 'benchownprobe', 'victim', 'ownvictim']) await bench.purge(name)
  await removeContainers(bench)
}
