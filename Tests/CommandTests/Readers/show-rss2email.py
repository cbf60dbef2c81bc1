"""Subscribes rss2email to each feed and shows the mails that it delivers."""

import email
import email.policy
import glob
import os
import re

from shown import FEEDS, address, folder, item, run, seconds, show


def body(page):
    """An item's content without the heading and the address that are put around it."""
    return page.partition('<div id="body">')[2].partition('<div class="footer">')[0]


print(run("r2e", "--version").strip())
for name in FEEDS:
    path = os.path.join(folder, "rss2email-" + name)
    for part in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(path, "mail", "in", part))
    settings = os.path.join(path, "settings")
    with open(settings, "w") as file:
        file.write(
            "[DEFAULT]\nfrom = reader@tide.example\nto = you@tide.example\nemail-protocol = maildir\n"
            f"maildir-path = {path}/mail\nmaildir-mailbox = in\n"
            "date-header = True\nhtml-mail = True\nname-format = {author}\n"
        )
    program = ["r2e", "-c", settings, "-d", os.path.join(path, "data")]
    run(*program, "add", "tide", address + name)
    told = run(*program, "run")
    faults = re.findall(r"\[ERROR\] (.*?): tide ", told)
    lines = []
    for mail in glob.glob(os.path.join(path, "mail", "in", "new", "*")):
        with open(mail, "rb") as file:
            message = email.message_from_binary_file(file, policy=email.policy.default)
        lines.append(
            item(
                message["Subject"],
                message["From"].addresses[0].display_name,
                seconds(message["Date"]),
                message["X-RSS-URL"],
                body(message.get_content()),
            )
        )
    show(name, lines, "; ".join(faults))
