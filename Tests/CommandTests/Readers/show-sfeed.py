"""Subscribes sfeed to each feed and shows the fields of its files, and that its list has the same titles."""

import os
import re

from shown import FEEDS, address, folder, item, run, show


def unescaped(field):
    """sfeed writes line breaks, tabs and backslashes as C does."""
    return re.sub(r"\\(.)", lambda match: {"n": "\n", "t": "\t"}.get(match[1], match[1]), field)


print("sfeed", run("dpkg-query", "--show", "--showformat=${Version}", "sfeed"))
for name in FEEDS:
    path = os.path.join(folder, "sfeed-" + name)
    os.mkdir(path)
    settings = os.path.join(path, "sfeedrc")
    with open(settings, "w") as file:
        file.write(f"sfeedpath='{path}'\nfeeds() {{ feed tide '{address}{name}'; }}\n")
    run("sfeed_update", settings)
    kept = os.path.join(path, "tide")
    with open(kept) as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    listed = run("sfeed_plain", kept)
    lines = []
    for date, title, link, content, kind, _, author, enclosure, _ in rows:
        assert kind == "html" and title in listed, (kind, title, listed)
        lines.append(
            item(title, author, int(date), link, unescaped(content), [enclosure] if enclosure else [])
        )
    show(name, lines, None if lines else "no items")
