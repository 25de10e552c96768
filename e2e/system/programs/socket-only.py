"""A web app that listens on the Unix socket named in SOCKET and knows nothing else."""
import getpass
import http.server
import json
import os
import socketserver


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = json.dumps({"linux_user": getpass.getuser(), "pid": os.getpid(), "socket": os.environ["SOCKET"]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def address_string(self):
        return "proxy"

    def log_message(self, *_):
        pass


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


Server(os.environ["SOCKET"], Answer).serve_forever()
