"""Times from connect to the first byte of the answer, for each of several ways to start the same app, one after the
other in every round, in an order that changes. Reads {"rounds": n, "ways": [...]} and prints {name: [ms, ...]}.

A way is one of
  {"name", "kind": "exec", "argv", "preload"}         the program alone, with a listening socket as fd 3
  {"name", "kind": "unit", "socket", "units": [...]}  units that a visit of the socket starts
  {"name", "kind": "container", "container", "port"}  podman start, and a port to try until it answers"""
import glob
import json
import os
import random
import selectors
import signal
import socket
import subprocess
import sys
import time

REQUEST = b"GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"


def first_byte(visitor):
    visitor.sendall(REQUEST)
    if not visitor.recv(1):
        raise OSError("the connection was closed before a byte came")
    now = time.monotonic()
    while visitor.recv(65536):
        pass
    return now


def visit(path):
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.settimeout(60)
        visitor.connect(path)
        return first_byte(visitor)


def exec_alone(way):
    path = "/run/bench-exec.sock"
    if os.path.exists(path):
        os.unlink(path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(16)
        environment = {"PATH": os.environ["PATH"], "HOME": "/", "LISTEN_FDS": "1", "PILOT_IDLE": "1h"}
        if way.get("preload"):
            environment["NODE_OPTIONS"] = "--import=" + way["preload"]
        started = time.monotonic()
        pid = os.fork()
        if pid == 0:
            os.dup2(listener.fileno(), 3)
            os.set_inheritable(3, True)
            os.execve(way["argv"][0], way["argv"], {**environment, "LISTEN_PID": str(os.getpid())})
        took = visit(path) - started
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
        return took


def unit(way):
    subprocess.run(["systemctl", "stop", "--quiet", *way["units"]], check=True)
    started = time.monotonic()
    return visit(way["socket"]) - started


def container(way):
    subprocess.run(["podman", "stop", "--time=5", way["container"]], check=True, capture_output=True)
    # podman cleans up behind a container that ended; that must not run into the start that is timed.
    until(lambda: not any(name == "podman" or name == "conmon" for name in running()))
    started = time.monotonic()
    start = subprocess.Popen(["podman", "start", way["container"]], stdout=subprocess.DEVNULL)
    answered = first_of_many(way["port"], started + 60)
    if start.wait() != 0:
        raise OSError("podman start failed")
    subprocess.run(["podman", "stop", "--time=5", way["container"]], check=True, capture_output=True)
    return answered - started


def first_of_many(port, deadline):
    """A new visitor every 2 ms, and the first byte that any of them gets: podman holds a published port open before
    it leads anywhere, and who comes then waits for ever."""
    with selectors.DefaultSelector() as visitors:
        try:
            while time.monotonic() < deadline:
                visitor = socket.socket()
                visitor.setblocking(False)
                visitor.connect_ex(("127.0.0.1", port))
                visitors.register(visitor, selectors.EVENT_WRITE)
                turn = time.monotonic() + 0.002
                while (left := turn - time.monotonic()) > 0:
                    for key, _ in visitors.select(left):
                        if answers(visitors, key):
                            return time.monotonic()
        finally:
            for key in list(visitors.get_map().values()):
                key.fileobj.close()
    raise TimeoutError(f"no answer on port {port}")


def answers(visitors, key):
    try:
        if key.events == selectors.EVENT_READ and key.fileobj.recv(1):
            return True
        if key.events == selectors.EVENT_WRITE:
            key.fileobj.sendall(REQUEST)
            visitors.modify(key.fileobj, selectors.EVENT_READ)
            return False
    except OSError:
        pass  # refused: nobody listens yet
    visitors.unregister(key.fileobj)
    key.fileobj.close()
    return False


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
            raise TimeoutError("what podman runs did not end within 60 s")
        time.sleep(0.01)


KINDS = {"exec": exec_alone, "unit": unit, "container": container}

job = json.load(sys.stdin)
times = {way["name"]: [] for way in job["ways"]}
# The first start of each reads its files from the disk, and is not counted.
for turn in range(-1, job["rounds"]):
    for way in random.sample(job["ways"], len(job["ways"])):
        took = KINDS[way["kind"]](way) * 1000
        if turn >= 0:
            times[way["name"]].append(round(took, 2))
print(json.dumps(times))
