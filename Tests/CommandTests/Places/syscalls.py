#!/usr/bin/env python3
"""syscalls UNIT COMMAND…: runs COMMAND and prints what the SystemCallFilter and MemoryDenyWriteExecute of UNIT forbid of it."""
import re
import subprocess
import sys
import tempfile

groups, group = {}, None
for line in subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager"], check=True, capture_output=True,
        text=True).stdout.splitlines():
    if line.startswith("@"):
        group = groups.setdefault(line.strip(), [])
    elif line.strip() and not line.strip().startswith("#") and group is not None:
        group.append(line.strip())


def members(name):
    return set().union(*(members(one) if one[0] == "@" else {one} for one in groups[name]))


unit = open(sys.argv[1]).read()
allowed = set()
for value in re.findall(r"^SystemCallFilter=(.*)$", unit, re.M):
    named = set().union(*(members(name) for name in value.lstrip("~").split()))
    allowed = allowed - named if value.startswith("~") else allowed | named
with tempfile.NamedTemporaryFile("r") as trace:
    subprocess.run(["strace", "-f", "-qq", "-o", trace.name, *sys.argv[2:]], check=True)
    lines = trace.read().splitlines()
called = {match[1] for line in lines if (match := re.match(r"\d+ +([a-z]\w*)\(", line))}
if len(called) < 20:
    sys.exit(f"too few calls were seen: {called}")
print(*sorted(called - allowed), sep="\n", end="")
if re.search(r"^MemoryDenyWriteExecute=yes$", unit, re.M):
    print(*(line for line in lines if "PROT_WRITE|PROT_EXEC" in line), sep="\n", end="")
