"""A tenant's program that is curious: runs the probe named in the query as the tenant, and tells what it got.
Each probe answers {"reached": true|false, "detail": ...}."""
import ctypes
import errno
import glob
import http.server
import json
import os
import platform
import socket
import subprocess
import sys
import urllib.parse


def read(path):
    with open(path, "rb") as file:
        return file.read(200).decode(errors="replace")


def listing(path):
    return os.listdir(path)


def connect(path):
    with socket.socket(socket.AF_UNIX) as s:
        s.settimeout(3)
        s.connect(path)
    return "connected"


def tcp(address):
    host, port = address.rsplit(":", 1)
    with socket.create_connection((host, int(port)), timeout=3):
        return "connected"


def database(name):
    done = subprocess.run(["psql", "-XAtqw", "-h", "/run/postgresql", "-d", name, "-c", "select current_user"],
                          capture_output=True, text=True, timeout=10)
    if done.returncode != 0:
        raise OSError(done.stderr)
    return done.stdout


def write(path):
    with open(path, "w") as file:
        file.write("x")
    return "written"


def run(command):
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=10)
    if done.returncode != 0:
        raise OSError(done.stderr)
    return done.stdout[:500]


# Their numbers: arch/x86/entry/syscalls/syscall_64.tbl, and include/uapi/asm-generic/unistd.h of the kernel.
NUMBERS = {
    "bpf": (321, 280), "clock_settime": (227, 112), "getpid": (39, 172), "init_module": (175, 105),
    "io_uring_setup": (425, 425), "keyctl": (250, 219), "mount": (165, 40), "perf_event_open": (298, 241),
    "ptrace": (101, 117), "sethostname": (170, 161), "syslog": (103, 116), "userfaultfd": (323, 282),
}


def call(name):
    """Without arguments: one that is let through complains of those (EFAULT, EINVAL), if of anything."""
    number = NUMBERS[name][("x86_64", "aarch64").index(platform.machine())]
    libc = ctypes.CDLL(None, use_errno=True)
    # EPERM by Pilot's filter, ENOSYS by that of container engines.
    if libc.syscall(number, 99, 0, 0, 0, 0, 0) == -1 and ctypes.get_errno() in (errno.EPERM, errno.ENOSYS):
        raise PermissionError(name)
    return "let through"


def processes_of_others(_):
    others = [p for p in glob.glob("/proc/[0-9]*") if os.stat(p).st_uid != os.getuid()]
    if not others:
        raise OSError("no process of another account is visible")
    return others[:3]


def family(name):
    # Refused by the filter with EAFNOSUPPORT, by the kernel with EPERM for want of a capability.
    try:
        socket.socket(getattr(socket, name), socket.SOCK_RAW).close()
    except PermissionError:
        pass
    return "let through"


def unshare(kind):
    os.unshare(getattr(os, kind)) if hasattr(os, "unshare") else subprocess.run(
        ["unshare", "--user", "true"], check=True, capture_output=True)
    return "let through"


def suid(folder):
    path = os.path.join(folder, "suid-" + str(os.getpid()))
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    try:
        os.chmod(path, 0o4700)
    finally:
        os.remove(path)
    return "let through"


PROBES = {"read": read, "list": listing, "connect": connect, "tcp": tcp, "database": database,
          "processes": processes_of_others, "write": write, "run": run, "call": call, "suid": suid,
          "family": family, "unshare": unshare}


def found_by(kind, of):
    try:
        return {"reached": True, "detail": PROBES[kind](of)}
    except Exception as error:
        return {"reached": False, "detail": str(error)}


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(self.path).query))
        found = found_by(query["probe"], query["of"])
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self):
        return "visitor"

    def log_message(self, *_):
        pass


if len(sys.argv) > 2:
    # Once, without a server: what it gets outside of any cell.
    print(json.dumps(found_by(sys.argv[1], sys.argv[2])))
    sys.exit()
if "LISTEN_FDS" in os.environ:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer, bind_and_activate=False)
    server.socket = socket.socket(fileno=3)
elif "SOCKET" in os.environ:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer, bind_and_activate=False)
    server.socket = socket.socket(socket.AF_UNIX)
    server.socket.bind(os.environ["SOCKET"])
    server.socket.listen()
else:
    server = http.server.ThreadingHTTPServer((os.environ.get("BIND", "127.0.0.1"), int(os.environ["PORT"])), Answer)
server.serve_forever()
