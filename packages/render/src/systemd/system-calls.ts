/**
 * The system calls that a tenant's program may make. It is @system-service of systemd without the key rings, io_uring
 * and userfaultfd, which containers' default filters refuse as well, and without names that only 32-bit machines know.
 * Small groups are written out for that, large ones left to systemd, which knows calls newer than this list.
 *
 * It is a list of what is allowed, so that a call of a newer kernel is refused. PID 1 keeps it once per tenant: up to
 * 360 names take 8 KB there, @system-service with its 397 takes 16 (the hash map doubles), and each name that the
 * machine does not know costs 20 µs of every start.
 */
export const systemCalls: readonly string[] = [
  ...['@basic-io', '@default', '@file-system', '@memlock', '@network-io', '@process', '@resources'],
  // What V8 protects its memory with.
  '@pkey',
  // Of @aio.
  ...['io_cancel', 'io_destroy', 'io_getevents', 'io_pgetevents', 'io_setup', 'io_submit'],
  // Of @chown and @setuid.
  ...['chown', 'fchown', 'fchownat', 'lchown'],
  ...['setgid', 'setgroups', 'setregid', 'setresgid', 'setresuid', 'setreuid', 'setuid'],
  // Of @io-event.
  ...['epoll_create', 'epoll_create1', 'epoll_ctl', 'epoll_pwait', 'epoll_pwait2', 'epoll_wait'],
  ...['eventfd', 'eventfd2', 'poll', 'ppoll', 'pselect6', 'select'],
  // Of @ipc.
  ...['memfd_create', 'pipe', 'pipe2', 'process_madvise', 'process_vm_readv', 'process_vm_writev'],
  ...['mq_getsetattr', 'mq_notify', 'mq_open', 'mq_timedreceive', 'mq_timedsend', 'mq_unlink'],
  ...['msgctl', 'msgget', 'msgrcv', 'msgsnd', 'semctl', 'semget', 'semop', 'semtimedop'],
  ...['shmat', 'shmctl', 'shmdt', 'shmget'],
  // Of @signal.
  ...['rt_sigaction', 'rt_sigpending', 'rt_sigprocmask', 'rt_sigsuspend', 'rt_sigtimedwait'],
  ...['sigaltstack', 'signalfd', 'signalfd4'],
  // Of @sync.
  ...['fdatasync', 'fsync', 'msync', 'sync', 'sync_file_range', 'syncfs'],
  // Of @timer.
  ...['alarm', 'getitimer', 'setitimer', 'timer_create', 'timer_delete', 'timer_getoverrun'],
  ...['timer_gettime', 'timer_settime', 'timerfd_create', 'timerfd_gettime', 'timerfd_settime', 'times'],
  // What @system-service names by itself.
  ...['capget', 'capset', 'copy_file_range', 'fadvise64', 'flock', 'get_mempolicy', 'getcpu', 'getpriority'],
  ...['ioctl', 'ioprio_get', 'kcmp', 'madvise', 'mremap', 'name_to_handle_at', 'personality', 'readahead'],
  ...['sched_get_priority_max', 'sched_get_priority_min', 'sched_getattr', 'sched_getparam'],
  ...['sched_getscheduler', 'sched_rr_get_interval', 'sched_yield', 'sendfile', 'setfsgid', 'setfsuid'],
  ...['setpgid', 'setsid', 'splice', 'sysinfo', 'tee', 'umask', 'uname', 'vmsplice'],
]
