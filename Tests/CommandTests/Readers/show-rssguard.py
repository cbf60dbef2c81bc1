"""Subscribes RSS Guard, without a display, to each feed and shows the items of its database.

It has no command to subscribe: a first start makes its database, which gets the feeds; a second one fetches them.
"""

import base64
import os
import sqlite3
import subprocess
import sys
import time

from shown import FEEDS, address, environment, folder, item, run, show

# As RSS Guard numbers the formats.
TYPES = {"rss.xml": 1, "atom.xml": 3, "feed.json": 4}
profile = os.path.join(folder, "profile")
database = os.path.join(profile, "database", "database.db")
log = os.path.join(folder, "log")
# Its web view refuses to start for root with a sandbox.
settings = environment(
    QT_QPA_PLATFORM="offscreen",
    QTWEBENGINE_DISABLE_SANDBOX="1",
    XDG_RUNTIME_DIR=folder,
    XDG_CONFIG_HOME=os.path.join(folder, "config"),
)


def until(sign):
    """Runs it until it tells what is waited for."""
    with open(log, "wb") as output:
        process = subprocess.Popen(
            ["rssguard", "-d", profile], env=settings, stdout=output, stderr=output
        )
    end = time.monotonic() + 60
    while True:
        with open(log, errors="replace") as file:
            told = file.read()
        if sign in told:
            break
        if time.monotonic() > end or process.poll() is not None:
            process.kill()
            sys.exit(f"RSS Guard did not say {sign!r}: {told}")
        time.sleep(0.05)
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def enclosures(text):
    return [base64.b64decode(part.split("&")[-1]).decode() for part in (text or "").split("#") if part]


print("RSS Guard", run("dpkg-query", "--show", "--showformat=${Version}", "rssguard"))
os.makedirs(os.path.join(profile, "config"))
with open(os.path.join(profile, "config", "config.ini"), "w") as file:
    file.write("[feeds]\nfeeds_update_on_startup=true\nfeeds_update_on_startup_delay=1\n")
    file.write("[main]\nupdate_on_start=false\n")
until("Showing tray icon.")
with sqlite3.connect(database) as kept:
    kept.execute("insert into Accounts (id, type) values (1, 'std-rss')")
    for name in FEEDS:
        kept.execute(
            "insert into Feeds (title, category, source, update_type, account_id, custom_id, custom_data)"
            " values (?, -1, ?, 1, 1, ?, ?)",
            [name, address + name, name, f'{{"encoding": "UTF-8", "type": {TYPES[name]}}}'],
        )
kept.close()
until("Finished feed updates")
with sqlite3.connect(database) as kept:
    for name in FEEDS:
        rows = kept.execute(
            "select title, author, date_created, url, contents, enclosures from Messages where feed = ?",
            [name],
        ).fetchall()
        show(
            name,
            [
                item(title, author, date / 1000, url, content, enclosures(files))
                for title, author, date, url, content, files in rows
            ],
        )
