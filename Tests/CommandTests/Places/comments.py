#!/usr/bin/env python3
"""comments FILE STATUS COMMAND…: runs COMMAND with GITHUB_API_URL naming a server that keeps comments as GitHub does.

The comments are kept in FILE, a list of objects with id and body. With a STATUS other than 0 whoever writes is
refused with it. Ends as COMMAND does.
"""
import http.server
import json
import os
import subprocess
import sys
import threading

path, refusal = sys.argv[1], int(sys.argv[2])
stored = json.load(open(path)) if os.path.exists(path) else []


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        where, _, query = self.path.partition("?")
        if where != "/repos/o/site/issues/7/comments":
            return self.answer(404, {"message": "Not Found"})
        page = int(dict(part.split("=") for part in query.split("&"))["page"])
        self.answer(200, stored[(page - 1) * 100:page * 100])

    def write(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        if self.headers["Authorization"] != "Bearer secret":
            return self.answer(401, {"message": "Bad credentials"})
        if refusal:
            return self.answer(refusal, {"message": "Resource not accessible by integration"})
        if len(body) > 65536:
            return self.answer(422, {"message": "Validation Failed"})
        if self.command == "POST":
            stored.append({"id": len(stored) + 1, "body": body})
        else:
            stored[int(self.path.rsplit("/", 1)[1]) - 1]["body"] = body
        self.answer(200, {"id": 1})

    do_POST = do_PATCH = write

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
done = subprocess.run(
    sys.argv[3:], env=dict(os.environ, GITHUB_API_URL=f"http://127.0.0.1:{server.server_port}"))
with open(path, "w") as file:
    json.dump(stored, file)
sys.exit(done.returncode)
