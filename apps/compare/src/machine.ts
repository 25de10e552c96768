import { readFile } from 'node:fs/promises'
import { cpus, hostname, release } from 'node:os'
import type { ComparedMachine } from '@pilot/contract'
import { execa } from 'execa'
import { ifThere } from './memory/if-there.ts'
import { readMemInfo } from './memory/meminfo.ts'

export const readMachine = async (): Promise<ComparedMachine> => {
  const controllers = await ifThere(readFile('/sys/fs/cgroup/cgroup.controllers', 'utf8'))
  const versions = await Promise.all(
    Object.entries(programs).map(async ([name, command]) => [name, await versionBy(command)] as const),
  )
  const found = versions.filter((entry): entry is readonly [string, string] => entry[1] !== undefined)
  return {
    hostname: hostname(),
    kernel: release(),
    cpu: cpus()[0]?.model.trim() ?? '',
    cores: cpus().length,
    memory: (await readMemInfo()).total,
    controllers: controllers?.split(/\s+/).filter((name) => name !== '') ?? null,
    versions: Object.fromEntries([...found, ['node', process.versions.node]]),
  }
}

const programs: Readonly<Record<string, readonly [string, ...string[]]>> = {
  pilot: ['pilot', '--version'],
  debian: ['cat', '/etc/debian_version'],
  systemd: ['systemctl', '--version'],
  postgresql: ['psql', '--version'],
  caddy: ['caddy', 'version'],
  podman: ['podman', '--version'],
  crun: ['crun', '--version'],
  docker: ['docker', '--version'],
}

const versionBy = async ([program, ...args]: readonly [string, ...string[]]): Promise<string | undefined> => {
  const { stdout, failed } = await execa(program, args, { reject: false, timeout: 10_000 })
  return failed ? undefined : versionIn(stdout)
}

/** The first word of the first line that begins like a version. */
export const versionIn = (text: string): string | undefined =>
  text
    .split('\n')[0]
    ?.split(/[\s,]+/)
    .find((word) => /^v?\d/.test(word))
    ?.replace(/^v/, '')
