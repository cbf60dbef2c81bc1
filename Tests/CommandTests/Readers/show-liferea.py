"""Subscribes Liferea, on a display of its own, to each feed and shows the items of its database."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time

from shown import FEEDS, address, environment, folder, item, run, show

print(run("liferea", "--version").strip())
home = {f"XDG_{kind}_HOME": os.path.join(folder, kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
settings = os.path.join(home["XDG_CONFIG_HOME"], "liferea")
for path in [settings, *home.values()]:
    os.makedirs(path, exist_ok=True)
with open(os.path.join(settings, "feedlist.opml"), "w") as file:
    file.write('<opml version="2.0"><head><title>Feeds</title></head><body>')
    for name in FEEDS:
        file.write(f'<outline type="rss" text="{name}" title="{name}" xmlUrl="{address}{name}"/>')
    file.write("</body></opml>")

log, identifier = os.path.join(folder, "log"), os.path.join(folder, "id")
program = "exec timeout 90 liferea --disable-plugins --debug-update --debug-parsing"
process = subprocess.Popen(
    ["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c"]
    + [f"({program}) > '{log}' 2>&1 & echo $! > '{identifier}'; wait $!"],
    env=environment(GSETTINGS_BACKEND="memory", NO_AT_BRIDGE="1", **home),
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)


def told():
    if not os.path.exists(log):
        return ""
    with open(log, errors="replace") as file:
        return file.read()


REFUSAL = r'could not parse feed "(.*)"'
end = time.monotonic() + 80
try:
    while len(re.findall(rf"added \d+ new items|{REFUSAL}", told())) < len(FEEDS):
        if time.monotonic() > end or process.poll() is not None:
            sys.exit("Liferea did not update its feeds: " + told())
        time.sleep(0.05)
finally:
    if process.poll() is None and os.path.exists(identifier):
        with open(identifier) as file:
            os.kill(int(file.read()), signal.SIGTERM)
    process.wait(timeout=60)

refused = re.findall(REFUSAL, told())
with sqlite3.connect(os.path.join(home["XDG_DATA_HOME"], "liferea", "liferea.db")) as kept:
    for name in FEEDS:
        lines = []
        for number, title, date, link, content in kept.execute(
            "select item_id, items.title, date, source, description from items join node"
            " using (node_id) where node.title = ?",
            [name],
        ).fetchall():
            more = kept.execute(
                "select key, value from metadata where item_id = ? order by nr", [number]
            ).fetchall()
            authors = [value for key, value in more if key in ("author", "creator")]
            thumbnails = [value for key, value in more if key == "mediathumbnail"]
            lines.append(item(title, " + ".join(authors), date, link, content, thumbnails))
        show(name, lines, "could not parse feed" if name in refused else None)
