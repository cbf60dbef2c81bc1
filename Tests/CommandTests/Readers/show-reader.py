"""Subscribes the library `reader` to each feed and shows what it keeps in its database."""

import os

import reader

from shown import FEEDS, address, folder, item, show

print("reader", reader.__version__)
kept = reader.make_reader(os.path.join(folder, "reader.sqlite"))
for name in FEEDS:
    kept.add_feed(address + name)
    kept.update_feed(address + name)
    lines = [
        item(
            entry.title,
            entry.author,
            entry.published.timestamp(),
            entry.link,
            entry.get_content().value,
            [file.href for file in entry.enclosures],
        )
        for entry in kept.get_entries(feed=address + name)
    ]
    show(name, lines)
kept.close()
