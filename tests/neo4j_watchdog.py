"""Starts a server and ends it when whoever asked for it is gone, however that one ended (SIGKILL too).

``python neo4j_watchdog.py HOME COMMAND…``, with a pipe as standard input that the asker keeps open: the system
closes it when the asker ends. The server is killed then and its home removed. A byte in the pipe kills the server too,
but keeps its home, so that it can start again.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time

GROUP = None if sys.platform == "win32" else 0


def main(home: str, *command: str) -> int:
    """Run the command until it ends or the asker is gone; return its exit code."""
    # A group of its own: the newer line of the server starts a process that is the server proper.
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, process_group=GROUP) as server:
        signal.signal(signal.SIGTERM, lambda *_: end(server, signal.SIGTERM))
        orphaned = threading.Event()

        def watch() -> None:
            # Not through sys.stdin: its lock, held by a thread that waits, would break the exit of the interpreter.
            if not os.read(0, 1):
                orphaned.set()
            end(server, signal.SIGKILL)

        threading.Thread(target=watch, daemon=True).start()
        code = server.wait()
    # What the server left of its group ends with it.
    until = time.monotonic() + 10
    while end(server, signal.SIGKILL) and time.monotonic() < until:
        time.sleep(0.02)
    if orphaned.is_set():
        shutil.rmtree(home, ignore_errors=True)
    return code


def end(server: subprocess.Popen[bytes], how: int) -> bool:
    """Send a signal to all processes of the server; return whether there is one."""
    if sys.platform == "win32":
        server.kill()
        return False
    try:
        os.killpg(server.pid, how)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
