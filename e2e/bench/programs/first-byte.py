"""Times from connect to the first byte of the answer, and the processor time until then, for each of several ways to
start the same app, one after the other in every round, in an order that changes. Reads {"rounds": n, "ways": [...]},
each as in ways.py, and prints {name: [{"ms", "processor"}, ...]}, both in milliseconds; "processor" is null where it
cannot be told."""
import json
import random
import sys
import time

from ways import KINDS

# Seconds between a complete stop and the next visit. Right after a process was moved between control groups the kernel
# lets the next one through without a grace period of RCU (rcu_sync_enter() in
# https://github.com/torvalds/linux/blob/master/kernel/rcu/sync.c), which a visitor of one that sleeps never meets.
REST = 0.3


def milliseconds(seconds):
    return None if seconds is None else round(seconds * 1000, 2)


job = json.load(sys.stdin)
ways = {way["name"]: KINDS[way["kind"]](way) for way in job["ways"]}
times = {name: [] for name in ways}
for way in ways.values():
    way.stop()
# The first start of each reads its files from the disk, and is not counted.
for turn in range(-1, job["rounds"]):
    for name in random.sample(list(ways), len(ways)):
        time.sleep(REST)
        took, processor = ways[name].visit()
        ways[name].stop()
        if turn >= 0:
            times[name].append({"ms": milliseconds(took), "processor": milliseconds(processor)})
print(json.dumps(times))
