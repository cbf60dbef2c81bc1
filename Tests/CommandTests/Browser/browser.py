"""Shows pages in headless Chromium and asks it about them, over its DevTools protocol.

Serves a folder on a free port of 127.0.0.1 and notes what is asked of it, and of anybody else.
"""

import base64
import functools
import http.server
import json
import pathlib
import shutil
import subprocess
import tempfile
import threading
import time

import websocket


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files with the types that hosts should send, and tells the server of each request."""

    extensions_map = {
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".json": "application/json",
        "": "application/octet-stream",
    }

    def log_message(self, *arguments):
        pass


class Browser:
    """One Chromium with one tab."""

    def __init__(self, folder):
        handler = functools.partial(Handler, directory=folder)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.origin = f"http://127.0.0.1:{self.server.server_port}/"
        self.profile = tempfile.mkdtemp(prefix="feedsetter-browser-")
        self.process = subprocess.Popen(
            [
                shutil.which("chromium"),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--remote-debugging-port=0",
                f"--user-data-dir={self.profile}",
                "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.socket = websocket.create_connection(self._tab(), suppress_origin=True, timeout=60)
        self.number = 0
        self.requests = []
        self.events = []
        for domain in ("Page", "Runtime", "Network"):
            self.send(f"{domain}.enable")

    def _tab(self):
        import urllib.request

        port_file = pathlib.Path(self.profile, "DevToolsActivePort")
        for _ in range(600):
            if port_file.exists() and port_file.read_text().count("\n"):
                port = port_file.read_text().split("\n")[0]
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list") as answer:
                    for tab in json.load(answer):
                        if tab["type"] == "page":
                            return tab["webSocketDebuggerUrl"]
            if self.process.poll() is not None:
                raise SystemExit(f"chromium ended with {self.process.returncode}")
            time.sleep(0.1)
        raise SystemExit("chromium did not start within a minute")

    def close(self):
        self.socket.close()
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.server.shutdown()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, **parameters):
        """Sends a command and gives what it results in; what happens meanwhile is noted."""
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = self._next()
            if message.get("id") == self.number:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']['message']}")
                return message["result"]

    def _next(self):
        message = json.loads(self.socket.recv())
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        if "method" in message:
            self.events.append(message["method"])
        return message

    def open(self, path, scripts=True, dark=False, width=1000, height=900, phone=False):
        """Opens a page and waits until it is shown; gives the addresses that were asked for."""
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=phone,
        )
        scheme = "dark" if dark else "light"
        self.send(
            "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}]
        )
        self.requests, self.events = [], []
        self.send("Page.navigate", url=self.origin + path)
        while "Page.loadEventFired" not in self.events:
            self._next()
        # Whatever a page asks for late has asked by then.
        deadline = time.time() + 0.3
        while time.time() < deadline:
            self.evaluate("1")
            time.sleep(0.05)
        return [url.removeprefix(self.origin) for url in self.requests]

    def evaluate(self, expression):
        result = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in result:
            raise SystemExit(f"{expression[:60]}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def press(self, key, code=None, text=None):
        more = {"text": text} if text else {}
        if code:
            more |= {"code": key, "windowsVirtualKeyCode": code}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, **more)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, file):
        data = self.send("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(file).write_bytes(base64.b64decode(data))
