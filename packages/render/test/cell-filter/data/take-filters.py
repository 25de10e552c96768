"""Prints the seccomp filters of a tenant, or those that systemd would make for one. See README.md."""
import base64
import ctypes
import errno
import os
import signal
import sys

AUDIT_ARM, AUDIT_ARM64, AUDIT_X86_64 = 0x40000028, 0xC00000B7, 0xC000003E
ALLOW, EPERM = 0x7FFF0000, 0x00050001
GET_FILTER, SEIZE, INTERRUPT, DETACH = 0x420C, 0x4206, 0x4207, 17  # PTRACE_*
WAIT_ALL = 0x40000000  # __WALL

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.restype = ctypes.c_long
libc.ptrace.argtypes = [ctypes.c_long] * 4


def main(how, *rest):
    programs = of(*map(int, rest)) if how == "of" else made(*rest)
    print("\n".join(base64.b64encode(program).decode() for program in programs))


def of(tenant, other):
    before = filters_of(other)
    found = filters_of(tenant)
    assert found[: len(before)] == before, "The other process is of another host."
    return found[len(before) :]


def made(architecture, library, *calls):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        load(architecture, ctypes.CDLL(library), calls)
        os.write(writing, b".")
        while True:
            signal.pause()
    os.close(writing)
    try:
        assert os.read(reading, 1), "systemd's functions failed."
        programs = filters_of(child)
    finally:
        os.kill(child, signal.SIGKILL)
    if architecture == "arm64":
        programs.insert(10, arm64_only())
    return programs


def load(architecture, systemd, calls):
    """What exec_invoke() of systemd's src/core/exec-invoke.c does of our directives."""
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    if architecture == "arm64":
        local = (number * 4).in_dll(systemd, "seccomp_local_archs")
        local[0], local[1], local[2] = AUDIT_ARM, AUDIT_ARM64, 0xFFFFFFFF
    check(systemd.seccomp_restrict_address_families(set_of(systemd, 1, 2, 10, 16), True))
    check(systemd.seccomp_restrict_realtime_full(1))
    check(systemd.seccomp_restrict_suid_sgid())
    check(systemd.seccomp_restrict_namespaces(ctypes.c_ulong(0)))
    systemd.syscall_filter_set_find.restype = pointer
    raw_io = pointer(systemd.syscall_filter_set_find(b"@raw-io"))
    check(systemd.seccomp_load_syscall_filter_set(number(ALLOW), raw_io, number(EPERM), False))
    if architecture == "amd64":
        # SCMP_ARCH_NATIVE, plus one as systemd keeps it.
        check(systemd.seccomp_restrict_archs(set_of(systemd, 1)))
    check(systemd.seccomp_lock_personality(ctypes.c_ulong(0)))
    listed = pointer()
    check(systemd._hashmap_ensure_allocated(ctypes.byref(listed), None))
    for call in calls:
        # As a list of what is allowed, and permissive.
        check(systemd.seccomp_parse_syscall_filter(call.encode(), -1, listed, 2 | 8, None, None, 0))
    check(systemd.seccomp_load_syscall_filter_set_raw(number(EPERM), listed, number(ALLOW), False))


def set_of(systemd, *members):
    result = ctypes.c_void_p()
    for member in members:
        check(systemd._set_ensure_put(ctypes.byref(result), None, ctypes.c_void_p(member)))
    return result


def arm64_only():
    seccomp = ctypes.CDLL("libseccomp.so.2")
    seccomp.seccomp_init.restype = ctypes.c_void_p
    context = ctypes.c_void_p(seccomp.seccomp_init(ctypes.c_uint32(ALLOW)))
    check(seccomp.seccomp_arch_add(context, ctypes.c_uint32(AUDIT_ARM64)))
    check(seccomp.seccomp_arch_remove(context, ctypes.c_uint32(AUDIT_X86_64)))
    reading, writing = os.pipe()
    check(seccomp.seccomp_export_bpf(context, writing))
    return os.read(reading, 65536)


def filters_of(pid):
    """The kernel counts from the oldest, 0."""
    ptrace(SEIZE, pid, 0, 0)
    ptrace(INTERRUPT, pid, 0, 0)
    os.waitpid(pid, WAIT_ALL)
    programs = []
    try:
        while True:
            length = ptrace(GET_FILTER, pid, len(programs), 0)
            buffer = ctypes.create_string_buffer(8 * length)
            ptrace(GET_FILTER, pid, len(programs), ctypes.addressof(buffer))
            programs.append(buffer.raw)
    except OSError as error:
        if error.errno != errno.ENOENT:
            raise
    finally:
        ptrace(DETACH, pid, 0, 0)
    return programs


def ptrace(request, pid, address, data):
    result = libc.ptrace(request, pid, address, data)
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def check(result):
    if result < 0:
        raise OSError(-result, os.strerror(-result))


main(*sys.argv[1:])
