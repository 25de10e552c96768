"""What is in memory now: PSS of every process (proc_pid_smaps(5)) with its group and how much of it is shared memory
(anonymous or of a tmpfs), and the kernel's own.
Prints {"processes": [{"pid", "command", "uid", "cgroup", "pss", "shmem"}], "kernel": {"SUnreclaim", ...}}, in KiB."""
import glob
import json
import os
import re


def read(path):
    with open(path) as file:
        return file.read()


def process(directory):
    rollup = read(directory + "/smaps_rollup")
    return {
        "pid": int(os.path.basename(directory)),
        "command": read(directory + "/comm").strip(),
        "uid": os.stat(directory).st_uid,
        "cgroup": read(directory + "/cgroup").strip().split("::")[-1],
        "pss": kibibytes(rollup, "Pss"),
        "shmem": kibibytes(rollup, "Pss_Shmem"),
    }


def kibibytes(rollup, name):
    return int(re.search(rf"^{name}:\s+(\d+) kB", rollup, re.M).group(1))


def processes():
    for directory in glob.glob("/proc/[0-9]*"):
        try:
            yield process(directory)
        except (FileNotFoundError, ProcessLookupError):
            pass  # it ended meanwhile


def kernel():
    lines = dict(re.findall(r"^(\w+):\s+(\d+) kB", read("/proc/meminfo"), re.M))
    return {name: int(lines[name]) for name in ["SUnreclaim", "KernelStack", "PageTables", "Percpu"]}


own = os.getpid()
print(json.dumps({"processes": [p for p in processes() if p["pid"] != own], "kernel": kernel()}))
