"""What a reader shows of the feeds that it subscribes to, as lines that a test can compare.

A script show-READER.py takes the address of the feeds and a folder for what the reader keeps.
"""

import email.utils
import html.parser
import os
import subprocess
import sys
import time

FEEDS = ["rss.xml", "atom.xml", "feed.json"]
address, folder = sys.argv[1:]


class Content(html.parser.HTMLParser):
    """What stands in an item: its words, with the addresses of links behind them, and its pictures."""

    def __init__(self, text):
        super().__init__()
        self.words = []
        self.pictures = []
        self.links = []
        self.feed(text or "")
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag == "img":
            self.pictures.append(dict(attributes)["src"])
        elif tag == "a":
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        if tag == "a":
            self.words.append(f"<{self.links.pop()}>")

    def handle_data(self, data):
        self.words += data.split()


def seconds(date):
    """The moment of a date as a mail's header has it."""
    return email.utils.mktime_tz(email.utils.parsedate_tz(date))


def environment(**more):
    """That of a reader: its own home, and a zone that tells which dates are taken for local ones."""
    return dict(os.environ, HOME=folder, TZ="Asia/Tokyo", LC_ALL="C.UTF-8", **more)


def run(*command):
    """What a program wrote to both of its outputs."""
    result = subprocess.run(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60
    )
    text = result.stdout.decode()
    if result.returncode != 0:
        sys.exit(f"{command[0]} ended with {result.returncode}: {text}")
    return text


def item(title, author, moment, link, content, thumbnails=()):
    """A line for an item: its date in UTC and what else is shown, with bars between."""
    date = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))
    content = Content(content)
    pictures = dict.fromkeys([*content.pictures, *thumbnails])
    return " | ".join(
        [date, title, author or "", link, " ".join(content.words), " ".join(pictures) or "-"]
    )


def show(name, items, reason=None):
    """The items of one feed, newest first; or why there are none."""
    print(f"{name}: {reason}" if reason else f"{name}:")
    for line in sorted(items, reverse=True):
        print(line)
