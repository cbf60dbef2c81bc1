#!/usr/bin/env python3
"""compare-formats.py FEEDS: reads every feed below FEEDS in its three formats, RSS and Atom with
feedparser, and tells where they differ. Nothing in a feed's content may be relative."""
import calendar
import datetime
import html.parser
import json
import os
import sys

import feedparser

faults = []


class Links(html.parser.HTMLParser):
    """Collects what is not absolute in attributes that hold URLs."""

    def __init__(self):
        super().__init__()
        self.relative = []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "poster", "cite", "data"):
                if not (value or "").startswith(("https://", "http://", "mailto:")):
                    self.relative.append(f"<{tag} {name}={value!r}>")


def seconds(text):
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def parsed(path):
    # The published bytes, not what a sanitizer makes of them.
    feed = feedparser.parse(path, sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo:
        faults.append(f"{path}: {feed.bozo_exception}")
    return [
        {
            "id": entry.id,
            "link": entry.link,
            "title": entry.title,
            "published": calendar.timegm(entry.published_parsed),
            "authors": ", ".join(a.name for a in entry.authors if "name" in a),
            "tags": [tag.term for tag in entry.get("tags", [])],
            "content": entry.content[0].value.strip(),
        }
        for entry in feed.entries
    ]


def from_json(path):
    with open(path, encoding="utf-8") as file:
        feed = json.load(file)
    return [
        {
            "id": item["id"],
            "link": item["url"],
            "title": item["title"],
            "published": seconds(item["date_published"]),
            "authors": ", ".join(author["name"] for author in item["authors"]),
            "tags": item.get("tags", []),
            "content": item["content_html"].strip(),
        }
        for item in feed["items"]
    ]


count = 0
for folder, _, names in sorted(os.walk(sys.argv[1])):
    if "rss.xml" not in names:
        continue
    count += 1
    rss = parsed(os.path.join(folder, "rss.xml"))
    atom = parsed(os.path.join(folder, "atom.xml"))
    items = from_json(os.path.join(folder, "feed.json"))
    if not items and "/archive/" not in folder:
        faults.append(f"{folder}: no items")
    for name, other in (("rss.xml", rss), ("atom.xml", atom)):
        if len(other) != len(items):
            faults.append(f"{folder}/{name}: {len(other)} entries, feed.json has {len(items)}")
        for left, right in zip(other, items):
            for key in right:
                if left[key] != right[key]:
                    faults.append(
                        f"{folder}/{name}: {key} of {right['id']}: {left[key]!r} != {right[key]!r}"
                    )
    for item in items:
        links = Links()
        links.feed(item["content"])
        faults += [f"{folder}/feed.json: {item['id']}: {what}" for what in links.relative]

for fault in faults:
    print(fault)
print(f"{count} feeds are alike in RSS, Atom and JSON Feed" if not faults else f"{len(faults)} faults")
sys.exit(1 if faults else 0)
