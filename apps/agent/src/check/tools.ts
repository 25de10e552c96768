import { dirname, resolve } from 'node:path'
import { sampleCommand, type Finding, type FindingId, type Remedy } from '@pilot/contract'
import type { Host } from '@pilot/host/ports'
import { paths } from '@pilot/render'
import { fault, met, type Check } from './check.ts'

/** The programs that Pilot or an admin calls, and where to get them. */
export const checkTools: Check = async ({ host }) => {
  const findings = [
    ...programs.map(([program, source]) => checkProgram(host, program, source)),
    ...files.map((file) => checkFile(host, file)),
  ]
  return Promise.all(findings)
}

const programs = [
  ['useradd', 'passwd'],
  ['userdel', 'passwd'],
  ['loginctl', 'systemd'],
  ['systemctl', 'systemd'],
  ['systemd-sysusers', 'systemd'],
  ['createuser', 'postgresql-client'],
  ['createdb', 'postgresql-client'],
] as const

interface WantedFile {
  readonly id: FindingId
  /** What is found where it is there. */
  readonly as: 'program' | 'runtime' | 'sample-app'
  readonly path: string
  readonly remedy: Remedy
}

const reinstall: Remedy = { code: 'reinstall', command: 'apt install --reinstall pilot' }

const files: readonly WantedFile[] = [
  { id: 'runtime.node', as: 'runtime', path: paths.node, remedy: reinstall },
  { id: 'sample.app', as: 'sample-app', path: sampleCommand[0] ?? '', remedy: reinstall },
  {
    id: 'tools.systemd-socket-proxyd',
    as: 'program',
    path: '/usr/lib/systemd/systemd-socket-proxyd',
    remedy: { code: 'install', command: 'apt install systemd' },
  },
]

type Program = (typeof programs)[number][0]

const checkProgram = async (host: Host, program: Program, source: string): Promise<Finding> => {
  const path = await host.machine.which(program)
  return path === undefined
    ? fault(`tools.${program}`, { code: 'no-program' }, { code: 'install', command: `apt install ${source}` })
    : met(`tools.${program}`, { code: 'program', path })
}

const checkFile = async (host: Host, { id, as, path, remedy }: WantedFile): Promise<Finding> =>
  (await leadsToFile(host, path)) ? met(id, { code: as, path }) : fault(id, { code: 'no-file', path }, remedy)

// The sample app is a symlink into the package, and inspect does not follow those.
const leadsToFile = async (host: Host, path: string): Promise<boolean> => {
  const found = await host.files.inspect(path)
  return found?.target === undefined
    ? found !== undefined
    : leadsToFile(host, resolve(dirname(path), found.target))
}
