import { existsSync, readFileSync } from 'node:fs'

/** Whom to be inside, by numbers. */
export interface Identity {
  readonly uid: number
  readonly gid: number
}

interface EnterOptions {
  readonly identity?: Identity | undefined
  readonly env?: Readonly<Record<string, string>> | undefined
}

export interface EnterCommand {
  readonly file: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/** The command line that runs a program on the host whose PID 1 is `leader`, as its root, with a clean environment. */
export const enterHost = (
  leader: number,
  argv: readonly string[],
  { identity, env }: EnterOptions = {},
): EnterCommand => ({
  // A process that stays in a group outside has a path like `/../..` inside, and systemd-logind answers it with
  // EUNATCH (cg_pid_get_path in systemd). So it first joins the group of the host's PID 1.
  file: 'sh',
  args: [
    '-c',
    'echo $$ > "$0" && exec nsenter "$@"',
    `${cgroupOf(leader)}/cgroup.procs`,
    // --all enters the mount namespace, whose root is another one where this machine itself lives in a chroot.
    '--target',
    String(leader),
    '--all',
    '--root',
    '--wd',
    ...withIdentity(identity),
    ...argv,
  ],
  env: { ...environment, ...env },
})

/** The command line that runs a program of this machine in the host's network. */
export const enterNetwork = (leader: number, argv: readonly string[]): [string, string[]] => [
  'nsenter',
  ['--target', String(leader), '--net', '--', ...argv],
]

/** Where this machine shows the cgroup2 group of a process (proc_pid_cgroup(5): the line with hierarchy 0). */
const cgroupOf = (pid: number): string => {
  const path = /^0::(.*)$/m.exec(readFileSync(`/proc/${pid}/cgroup`, 'utf8'))?.[1] ?? '/'
  const mount = existsSync('/sys/fs/cgroup/unified') ? '/sys/fs/cgroup/unified' : '/sys/fs/cgroup'
  return `${mount}${path}`
}

const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LANG: 'C.UTF-8',
  TERM: process.env['TERM'] ?? 'dumb',
}

/** nsenter stays outside as the parent; the program inside must not outlive it. */
const withIdentity = (identity: Identity | undefined): string[] => [
  'setpriv',
  '--pdeathsig',
  'KILL',
  ...(identity ? ['--reuid', String(identity.uid), '--regid', String(identity.gid), '--init-groups'] : []),
  '--',
]
