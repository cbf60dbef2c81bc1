"""Fetches a site's feeds as readers do: once, and again with what the first response said."""

import json
import sys
import urllib.request

import feedparser

address = sys.argv[1]
for name in ["rss.xml", "atom.xml"]:
    first = feedparser.parse(address + name)
    assert not first.bozo, first.bozo_exception
    again = feedparser.parse(address + name, etag=first.etag, modified=first.modified)
    print(name, first.status, len(first.entries), "then", again.status, len(again.entries))
with urllib.request.urlopen(address + "feed.json") as response:
    items = json.load(response)["items"]
    print("feed.json", response.headers["Content-Type"], len(items))
