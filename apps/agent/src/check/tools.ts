import { dirname, resolve } from 'node:path'
import { sampleCommand, type Finding } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { paths } from '@pilot/render'
import { toFinding, type Check } from './check.ts'

/** The programs that Pilot or an admin calls, and where to get them. */
export const checkTools: Check = async ({ host }) => [
  ...(await Promise.all(programs.map(([program, source]) => checkProgram(host, program, source)))),
  ...(await Promise.all(
    files.map(([id, title, path, remedy]) => checkFile(host, { id, title, path, remedy })),
  )),
]

const programs = [
  ['useradd', 'passwd'],
  ['userdel', 'passwd'],
  ['loginctl', 'systemd'],
  ['systemctl', 'systemd'],
  ['systemd-sysusers', 'systemd'],
  ['createuser', 'postgresql-client'],
  ['createdb', 'postgresql-client'],
] as const

const reinstall = 'Install the package again: apt install --reinstall pilot'

const files: readonly (readonly [id: string, title: string, path: string, remedy: string])[] = [
  ['runtime.node', 'The language runtime', paths.node, reinstall],
  ['sample.app', 'The sample app', sampleCommand[0] ?? '', reinstall],
  [
    'tools.systemd-socket-proxyd',
    'systemd-socket-proxyd for proxied tenants',
    '/usr/lib/systemd/systemd-socket-proxyd',
    'Install it: apt install systemd',
  ],
]

const checkProgram = async (host: Host, program: string, source: string): Promise<Finding> => {
  const path = await host.machine.which(program)
  return toFinding({
    id: `tools.${program}`,
    title: `The program ${program}`,
    met: path !== undefined,
    found: `It is ${path ?? ''}.`,
    otherwise: 'It is not installed.',
    remedy: `Install it: apt install ${source}`,
  })
}

interface WantedFile {
  readonly id: string
  readonly title: string
  readonly path: string
  readonly remedy: string
}

const checkFile = async (host: Host, { id, title, path, remedy }: WantedFile): Promise<Finding> =>
  toFinding({
    id,
    title,
    met: await leadsToFile(host, path),
    found: `It is ${path}.`,
    otherwise: `${path} is missing.`,
    remedy,
  })

// The sample app is a symlink into the package, and inspect does not follow those.
const leadsToFile = async (host: Host, path: string): Promise<boolean> => {
  const found = await host.files.inspect(path)
  return found?.target === undefined
    ? found !== undefined
    : leadsToFile(host, resolve(dirname(path), found.target))
}
