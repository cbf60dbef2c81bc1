"""Subscribes newsboat to each feed and shows what it keeps in its cache."""

import os
import re
import sqlite3

from shown import FEEDS, address, folder, item, run, show

print(run("newsboat", "--version").split(" - ")[0])
for name in FEEDS:
    urls, cache, log = (os.path.join(folder, f"{kind}-{name}") for kind in ("urls", "cache", "log"))
    with open(urls, "w") as file:
        file.write(address + name + "\n")
    run("newsboat", "-q", "-u", urls, "-c", cache, "-x", "reload", "-d", log, "-l", "2")
    with open(log) as file:
        faults = re.findall(r"USERERROR: Error while retrieving \S+: (.*)", file.read())
    with sqlite3.connect(cache) as kept:
        rows = kept.execute(
            "select title, author, pubDate, url, content, enclosure_url from rss_item"
        ).fetchall()
    show(
        name,
        [
            item(title, author, date, url, content, [enclosure] if enclosure else [])
            for title, author, date, url, content, enclosure in rows
        ],
        "; ".join(faults),
    )
