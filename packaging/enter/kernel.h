// What the kernel offers, without a libc: a libc would read the tenant's environment while this is still root
// (LD_PRELOAD, GLIBC_TUNABLES, MALLOC_ ..., ld.so(8)).
#pragma once
#include <asm/unistd.h>
#include <linux/capability.h>
#include <linux/errno.h>
#include <linux/fcntl.h>
#include <linux/filter.h>
#include <linux/mount.h>
#include <linux/prctl.h>
#include <linux/resource.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <linux/stat.h>
#include <stddef.h>
#include <stdint.h>

// From the libc's headers, which a kernel without a libc lacks.
#ifndef O_CLOEXEC
#define O_CLOEXEC 02000000
#endif

// The registers of a call (syscall(2), Architecture calling conventions).
#if defined(__x86_64__)
static long call6(long number, long a, long b, long c, long d, long e, long f) {
  register long r10 __asm__("r10") = d, r8 __asm__("r8") = e, r9 __asm__("r9") = f;
  long answer;
  __asm__ volatile("syscall"
                   : "=a"(answer)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                   : "rcx", "r11", "memory");
  return answer;
}
#define START "_start: mov %rsp, %rdi\n and $-16, %rsp\n call begin\n"
#elif defined(__aarch64__)
static long call6(long number, long a, long b, long c, long d, long e, long f) {
  register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b, x2 __asm__("x2") = c,
                   x3 __asm__("x3") = d, x4 __asm__("x4") = e, x5 __asm__("x5") = f;
  __asm__ volatile("svc 0"
                   : "+r"(x0)
                   : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5)
                   : "memory");
  return x0;
}
#define START "_start: mov x0, sp\n bl begin\n"
#else
#error "only x86_64 and aarch64"
#endif

// Everything goes by the six-argument call; what is left out is 0.
#define CALL(name, ...) CALL_(__NR_##name, ##__VA_ARGS__, 0, 0, 0, 0, 0, 0)
#define CALL_(number, a, b, c, d, e, f, ...) \
  call6(number, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))
