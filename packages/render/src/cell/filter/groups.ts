/** The members of a group of systemd's; a single call is its own. */
export const membersOf = (name: string): readonly string[] => {
  if (!name.startsWith('@')) return [name]
  const members = groups[name]
  if (members === undefined) throw new RangeError(`The group ${name} is not written out.`)
  return members.trim().split(/\s+/)
}

/**
 * As `systemd-analyze syscall-filter` of systemd 257 has them; those of 252 are contained in them. Left out is what has
 * no number in numbers/: names of other architectures, and file_getattr and file_setattr, which systemd 257 lists and
 * libseccomp of Debian 13 does not know.
 */
const groups: Readonly<Record<string, string>> = {
  '@basic-io': `
    close close_range dup dup2 dup3 lseek pread64 preadv preadv2 pwrite64 pwritev pwritev2 read readv write
    writev
  `,
  '@default': `
    arch_prctl brk clock_getres clock_gettime clock_nanosleep execve exit exit_group futex futex_waitv
    get_robust_list get_thread_area getegid geteuid getgid getgroups getpgid getpgrp getpid getppid getrandom
    getresgid getresuid getrlimit getsid gettid gettimeofday getuid landlock_add_rule landlock_create_ruleset
    landlock_restrict_self lsm_get_self_attr lsm_list_modules membarrier mmap mprotect mseal munmap nanosleep
    pause prlimit64 restart_syscall rseq rt_sigreturn sched_getaffinity sched_yield seccomp set_robust_list
    set_thread_area set_tid_address time uretprobe
  `,
  '@file-system': `
    access chdir chmod close creat faccessat faccessat2 fallocate fchdir fchmod fchmodat fchmodat2 fcntl
    fgetxattr flistxattr fremovexattr fsetxattr fstat fstatfs ftruncate futimesat getcwd getdents getdents64
    getxattr getxattrat inotify_add_watch inotify_init inotify_init1 inotify_rm_watch lgetxattr link linkat
    listmount listxattr listxattrat llistxattr lremovexattr lsetxattr lstat mkdir mkdirat mknod mknodat
    newfstatat open openat openat2 readlink readlinkat removexattr removexattrat rename renameat renameat2
    rmdir setxattr setxattrat stat statfs statmount statx symlink symlinkat truncate unlink unlinkat utime
    utimensat utimes
  `,
  '@memlock': `
    mlock mlock2 mlockall munlock munlockall
  `,
  '@network-io': `
    accept accept4 bind connect getpeername getsockname getsockopt listen recvfrom recvmmsg recvmsg sendmmsg
    sendmsg sendto setsockopt shutdown socket socketpair
  `,
  '@process': `
    capget clone clone3 execveat fork getrusage kill pidfd_open pidfd_send_signal prctl rt_sigqueueinfo
    rt_tgsigqueueinfo setns tgkill times tkill unshare vfork wait4 waitid
  `,
  '@resources': `
    ioprio_set mbind migrate_pages move_pages sched_setaffinity sched_setattr sched_setparam
    sched_setscheduler set_mempolicy set_mempolicy_home_node setpriority setrlimit
  `,
  '@pkey': `
    pkey_alloc pkey_free pkey_mprotect
  `,
}
