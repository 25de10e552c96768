"""The ways to start the app: `visit` starts it and answers (seconds to the first byte, seconds of the processor), and
after `stop` nothing of it runs any more.

  {"kind": "exec", "argv", "preload"}                  the program alone, with a listening socket as fd 3
  {"kind": "unit", "socket", "units": [...]}           units that a visit of the socket starts
  {"kind": "container", "engine", "container", "port"} `start` of podman or docker, and a port that is tried"""
import glob
import os
import re
import signal
import socket
import subprocess
import time

from processor import of_group, of_other_programs_here, of_process
from visitors import first_byte_of_many, first_byte_of_socket


class Exec:
    PATH = "/run/bench-exec.sock"

    def __init__(self, way):
        self.argv = way["argv"]
        self.environment = {"PATH": os.environ["PATH"], "HOME": "/", "LISTEN_FDS": "1", "PILOT_IDLE": "1h"}
        if way.get("preload"):
            self.environment["NODE_OPTIONS"] = "--import=" + way["preload"]
        self.pid = None

    def visit(self):
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(self.PATH)
            listener.listen(16)
            started = time.monotonic()
            self.pid = os.fork()
            if self.pid == 0:
                os.dup2(listener.fileno(), 3)
                os.set_inheritable(3, True)
                os.execve(self.argv[0], self.argv, {**self.environment, "LISTEN_PID": str(os.getpid())})
            took = first_byte_of_socket(self.PATH) - started
            return took, of_process(self.pid)

    def stop(self):
        if self.pid is not None:
            os.kill(self.pid, signal.SIGTERM)
            os.waitpid(self.pid, 0)
        self.pid = None
        if os.path.exists(self.PATH):
            os.unlink(self.PATH)


class Unit:
    def __init__(self, way):
        self.socket = way["socket"]
        self.units = way["units"]
        self.groups = None

    def visit(self):
        started = time.monotonic()
        took = first_byte_of_socket(self.socket) - started
        # Only in the first visit, which is not counted: to ask systemd takes time.
        self.groups = self.groups or self.find_groups()
        return took, sum(of_group(group) for group in self.groups)

    def stop(self):
        subprocess.run(["systemctl", "stop", "--quiet", *self.units], check=True)
        until(lambda: not self.is_active())

    def is_active(self):
        return subprocess.run(["systemctl", "is-active", "--quiet", *self.units]).returncode == 0

    def find_groups(self):
        show = ["systemctl", "show", "--value", "--property=ControlGroup", *self.units]
        return subprocess.run(show, check=True, capture_output=True, text=True).stdout.split()


class Container:
    def __init__(self, way):
        self.engine = way["engine"]
        self.container = way["container"]
        self.port = way["port"]
        self.group = None

    def visit(self):
        before = of_other_programs_here()
        started = time.monotonic()
        start = subprocess.Popen([self.engine, "start", self.container], stdout=subprocess.DEVNULL)
        took = first_byte_of_many(self.port, started + 60) - started
        outside = of_other_programs_here() - before
        if start.wait() != 0:
            raise OSError(f"{self.engine} start failed")
        return took, self.processor(outside)

    def processor(self, outside):
        """Of podman and what it starts, conmon and crun too, which it leaves in our group where a service calls it,
        and of the container. Of docker's daemon, which does the same for many, it cannot be told."""
        if self.engine != "podman":
            return None
        # What it idled while podman was waited for is next to nothing.
        self.group = self.group or self.find_group()
        return outside + of_group(self.group)

    def find_group(self):
        inspect = ["podman", "inspect", "--format={{.State.Pid}}", self.container]
        pid = subprocess.run(inspect, check=True, capture_output=True, text=True).stdout.strip()
        with open(f"/proc/{pid}/cgroup") as file:
            return re.search(r"^0::(/.*libpod-[^/\n]*)", file.read(), re.M).group(1)

    def stop(self):
        subprocess.run([self.engine, "stop", "--time=5", self.container], check=True, capture_output=True)
        # podman cleans up behind a container that ended; that must not run into the start that is timed.
        until(lambda: not any(name in ("podman", "conmon") for name in running()))


def running():
    for comm in glob.glob("/proc/[0-9]*/comm"):
        try:
            with open(comm) as file:
                yield file.read().strip()
        except OSError:
            pass


def until(holds):
    deadline = time.monotonic() + 60
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError("what was stopped did not end within 60 s")
        time.sleep(0.01)


KINDS = {"exec": Exec, "unit": Unit, "container": Container}
