"""Times whole commands, one way after the other in every round. Reads {"rounds": n, "ways": [{"name", "run", "after"}]},
each a command line in which {i} is the round, and prints {name: [{"ms", "output"}, ...]}."""
import json
import subprocess
import sys
import time


def run(argv, turn):
    done = subprocess.run([word.replace("{i}", str(turn)) for word in argv], capture_output=True, text=True)
    if done.returncode != 0:
        raise OSError(f"{argv} in round {turn} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


job = json.load(sys.stdin)
times = {way["name"]: [] for way in job["ways"]}
for turn in range(1, job["rounds"] + 1):
    for way in job["ways"]:
        started = time.monotonic()
        output = run(way["run"], turn)
        took = round((time.monotonic() - started) * 1000, 1)
        times[way["name"]].append({"ms": took, "output": output})
        run(way["after"], turn)
print(json.dumps(times))
