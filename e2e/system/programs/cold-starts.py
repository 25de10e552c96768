"""Stops tenants and asks them again, each from one thread at a time, until so many cold starts are done.
cold-starts.py STARTS THREADS TENANT... -> {"answered": n, "failed": ["tenant: what", ...]}"""
import http.client
import json
import subprocess
import sys
import threading

starts, threads, tenants = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
left, lock, failed, answered = starts, threading.Lock(), [], 0


def ask(tenant):
    connection = http.client.HTTPConnection("127.0.0.1", 80, timeout=60)
    try:
        connection.request("GET", "/", headers={"Host": f"{tenant}.localhost"})
        answer = connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise OSError(f"{answer.status} {body[:200]!r}")
        if json.loads(body)["linux_user"] != tenant:
            raise OSError(f"answered by {body[:200]!r}")
    finally:
        connection.close()


def work(own):
    global left, answered
    while True:
        for tenant in own:
            with lock:
                if left == 0:
                    return
                left -= 1
            try:
                subprocess.run(["systemctl", "stop", f"pilot@{tenant}.service"], check=True)
                ask(tenant)
                with lock:
                    answered += 1
            except Exception as error:
                with lock:
                    failed.append(f"{tenant}: {error!r}")


workers = [threading.Thread(target=work, args=(tenants[i::threads],)) for i in range(threads)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(json.dumps({"answered": answered, "failed": failed}))
