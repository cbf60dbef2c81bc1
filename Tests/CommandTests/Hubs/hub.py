"""A WebSub hub for tests.

hub.py FOLDER SCRIPT: listens on a port of 127.0.0.1 that the system picks, writes it to FOLDER/port, each
request as a line to FOLDER/requests, and answers as SCRIPT says: a JSON list of answers, the last one
for all further requests. An answer is [status], [status, {fields}], [status, {fields}, content], or "hang".
Who starts it ends it.
"""

import http.server
import json
import os
import sys
import threading
import time

folder, script = sys.argv[1], json.loads(sys.argv[2])
lock = threading.Lock()
asked = 0


class Hub(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        global asked
        content = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with lock:
            answer = script[min(asked, len(script) - 1)]
            asked += 1
            with open(folder + "/requests", "a") as log:
                log.write(
                    f"{self.path} {self.headers['Content-Type']} "
                    f"{self.headers['User-Agent']} {content}\n"
                )
        if answer == "hang":
            time.sleep(60)
            return
        status, fields, content = answer + [{}, ""][len(answer) - 1 :]
        self.send_response(status)
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content.encode())))
        self.end_headers()
        self.wfile.write(content.encode())

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    # Nobody waits for an answer that never comes.
    block_on_close = False


server = Server(("127.0.0.1", 0), Hub)
with open(folder + "/port.tmp", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(folder + "/port.tmp", folder + "/port")


server.serve_forever()
