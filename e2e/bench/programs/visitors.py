"""Visitors that want nothing but the first byte of an answer; each function answers the time at which it came."""
import selectors
import socket
import time

REQUEST = b"GET / HTTP/1.1\r\nHost: bench\r\nConnection: close\r\n\r\n"


def first_byte_of_socket(path):
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.settimeout(60)
        visitor.connect(path)
        visitor.sendall(REQUEST)
        begin = visitor.recv(12)
        now = time.monotonic()
        demand_success(begin)
        while visitor.recv(65536):
            pass
        return now


def first_byte_of_many(port, deadline):
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


def demand_success(begin):
    if begin != b"HTTP/1.1 200":
        raise OSError(f"the answer began with {begin}")
