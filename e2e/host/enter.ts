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
  file: 'nsenter',
  // --all enters the mount namespace, whose root is another one where this machine itself lives in a chroot.
  args: ['--target', String(leader), '--all', '--root', '--wd', ...withIdentity(identity), ...argv],
  env: { ...environment, ...env },
})

/** The command line that runs a program of this machine in the host's network. */
export const enterNetwork = (leader: number, argv: readonly string[]): [string, string[]] => [
  'nsenter',
  ['--target', String(leader), '--net', '--', ...argv],
]

const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  LANG: 'C.UTF-8',
  TERM: process.env['TERM'] ?? 'dumb',
}

/** nsenter stays outside as the parent; the program inside must not outlive it. */
const withIdentity = (identity: Identity | undefined): string[] => [
  ...['setpriv', '--pdeathsig', 'KILL'],
  ...(identity ? ['--reuid', String(identity.uid), '--regid', String(identity.gid), '--init-groups'] : []),
  '--',
]
