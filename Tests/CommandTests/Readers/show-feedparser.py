"""Has feedparser fetch each feed and shows what it hands to a reader."""

import calendar

import feedparser

from shown import FEEDS, address, item, show

print("feedparser", feedparser.__version__)
for name in FEEDS:
    feed = feedparser.parse(address + name)
    show(
        name,
        [
            item(
                entry.title,
                " + ".join(author.name for author in entry.authors),
                calendar.timegm(entry.published_parsed),
                entry.link,
                entry.content[0].value,
                [thumbnail["url"] for thumbnail in entry.get("media_thumbnail", [])],
            )
            for entry in feed.entries
        ],
        str(feed.bozo_exception) if feed.bozo else None,
    )
