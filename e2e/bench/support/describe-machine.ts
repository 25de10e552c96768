import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Machine } from '../report.ts'
import type { Bench } from './bench.ts'
import { node } from './bench.ts'

/** What figures depend on. */
export const describeMachine = async ({ run, shell }: Bench): Promise<Machine> => ({
  cpu: (cpus()[0]?.model ?? 'unknown').replaceAll(/\s+/g, ' '),
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 1024 ** 3),
  kernel: release(),
  versions: {
    Debian: await shell('. /etc/os-release; echo "$VERSION_ID"'),
    systemd: word(await run('systemctl', '--version'), 1),
    Node: await run(node, '--version'),
    PostgreSQL: await shell('ls /usr/lib/postgresql | tail -n 1'),
    Caddy: word(await run('caddy', 'version'), 0),
    podman: word(await run('podman', '--version'), 2),
    Pilot: word(await run('pilot', '--version'), 1),
  },
  controllers: (await run('cat', '/sys/fs/cgroup/cgroup.controllers'))
    .split(' ')
    .filter((name) => name !== ''),
  load: loadavg()[0] ?? 0,
})

const word = (text: string, index: number): string => text.split(/\s+/)[index] ?? ''
