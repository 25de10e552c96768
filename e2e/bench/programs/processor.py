"""Processor time, in seconds, of whatever has been running until now."""
import re
import time


def of_group(group):
    """Of all processes that a control group ever had; cpu.stat is there without the cpu controller too
    (https://docs.kernel.org/admin-guide/cgroup-v2.html#cpu-interface-files)."""
    with open(f"/sys/fs/cgroup{group}/cpu.stat") as file:
        return int(re.search(r"^usage_usec (\d+)", file.read(), re.M).group(1)) / 1e6


def of_process(pid):
    # What clock_getcpuclockid(3) answers, which Python does not have; /proc/PID/stat counts in hundredths of a second.
    return time.clock_gettime(~pid << 3 | 2)


def of_other_programs_here():
    """Of whatever else has run in our own control group."""
    with open("/proc/self/cgroup") as file:
        own = re.search(r"^0::(/.*)", file.read(), re.M).group(1)
    return of_group(own) - time.process_time()
