"""Runs a command in a terminal of 80 columns and writes what it printed there, raw.

The command reads what stands behind --input, after a second, as from a slow program.
Usage: terminal.py [--input TEXT] COMMAND ARGUMENT…
"""
import fcntl
import os
import pty
import struct
import sys
import termios
import time

arguments = sys.argv[1:]
text = None
if arguments[0] == "--input":
    text = arguments[1]
    arguments = arguments[2:]
source, sink = os.pipe()
process, terminal = pty.fork()
if process == 0:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.close(sink)
    if text is not None:
        os.dup2(source, 0)
    os.execvp(arguments[0], arguments)
os.close(source)
if text is not None:
    time.sleep(1.2)
    os.write(sink, text.encode())
os.close(sink)
while True:
    try:
        piece = os.read(terminal, 65536)
    except OSError:
        break
    if not piece:
        break
    sys.stdout.buffer.write(piece.replace(b"\r\n", b"\n"))
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
