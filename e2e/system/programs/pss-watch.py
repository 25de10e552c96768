#!/usr/bin/python3
"""Measures a comparison from outside, by other ways than it measures itself: smaps instead of smaps_rollup, and
membership of cgroups instead of accounts and container ids. Prints, when its standard input is closed, for each
group all looks as [processes, bytes], and the pss of PID 1 at its start and at each look."""
import glob
import json
import os
import select
import sys

GROUPS = {
    'podman': ['/sys/fs/cgroup/machine.slice/libpod-*'],
    'awake': ['/sys/fs/cgroup/system.slice/system-pilot.slice/pilot@compare-*-a*.service'],
    'tenant': ['/sys/fs/cgroup/system.slice/system-pilot.slice/pilot@compare-*-t*.service'],
    'user-tenant': ['/sys/fs/cgroup/user.slice/user-*.slice'],
    'process': ['/sys/fs/cgroup/system.slice/pilot-compare.service'],
}


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ''


def pids(patterns):
    found = set()
    for pattern in patterns:
        for top in glob.glob(pattern):
            for folder, _, _ in os.walk(top):
                found.update(read(folder + '/cgroup.procs').split())
    return found


def pss(pid):
    return sum(int(line.split()[1]) for line in read(f'/proc/{pid}/smaps').splitlines() if line.startswith('Pss:')) * 1024


def is_compared(pid):
    return 'compared-app.mjs' in read(f'/proc/{pid}/cmdline')


def look(group):
    members = pids(GROUPS[group])
    if group == 'process':
        members = {pid for pid in members if is_compared(pid)}
    sizes = [size for size in map(pss, members) if size > 0]
    return [len(sizes), sum(sizes)]


seen = {group: [] for group in GROUPS}
systemd = [pss(1)]
while not select.select([sys.stdin], [], [], 0.3)[0]:
    for group in GROUPS:
        one = look(group)
        if one[0] > 0:
            seen[group].append(one)
    systemd.append(pss(1))
print(json.dumps({'groups': seen, 'systemd': systemd}))
