import type { Refusal, Rule } from './rule.ts'

/**
 * What systemd makes of the directives in `callSandbox` that look at arguments. Its source is src/shared/seccomp-util.c,
 * and what its library really loads is in test/cell-filter/data.
 */
export const argumentRules: Readonly<Record<string, Refusal | Rule>> = {
  // RestrictAddressFamilies=: AF_UNIX, AF_INET, AF_INET6, AF_NETLINK.
  socket: { refuse: 'EAFNOSUPPORT', unless: { argument: 0, oneOf: [1, 2, 10, 16] } },

  // RestrictNamespaces=. No kind is left that setns could be for. clone3 has its flags in memory, where no filter sees
  // them; told that there is no such call, libc takes clone.
  clone: namespaces(0),
  unshare: namespaces(0),
  setns: 'EPERM',
  clone3: 'ENOSYS',

  // LockPersonality=: PER_LINUX.
  personality: { refuse: 'EPERM', unless: { argument: 0, oneOf: [0] } },

  // RestrictRealtime=: SCHED_OTHER, SCHED_BATCH, SCHED_IDLE.
  sched_setscheduler: { refuse: 'EPERM', unless: { argument: 1, oneOf: [0, 3, 5] } },

  // RestrictSUIDSGID=. openat2 has its mode in memory, as clone3 its flags.
  chmod: setuidBits(1),
  creat: setuidBits(1),
  fchmod: setuidBits(1),
  fchmodat: setuidBits(2),
  fchmodat2: setuidBits(2),
  mkdir: setuidBits(1),
  mkdirat: setuidBits(2),
  mknod: setuidBits(1),
  mknodat: setuidBits(2),
  open: createdWithSetuidBits({ flags: 1, mode: 2 }),
  openat: createdWithSetuidBits({ flags: 2, mode: 3 }),
  openat2: 'ENOSYS',
}

/** CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, and NEWTIME, the 0x80. */
function namespaces(argument: number): Rule {
  return { refuse: 'EPERM', where: [{ argument, anyBitOf: 0x7e02_0080 }] }
}

/** S_ISUID, S_ISGID. */
function setuidBits(argument: number): Rule {
  return { refuse: 'EPERM', where: [{ argument, anyBitOf: 0o6000 }] }
}

/** Without O_CREAT the mode is not read, and may be anything. */
function createdWithSetuidBits({ flags, mode }: { flags: number; mode: number }): Rule {
  return {
    refuse: 'EPERM',
    where: [
      { argument: flags, anyBitOf: 0o100 },
      { argument: mode, anyBitOf: 0o6000 },
    ],
  }
}
