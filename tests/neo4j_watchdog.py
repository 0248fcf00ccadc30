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


def main(home: str, *command: str) -> int:
    """Run the command until it ends or the asker is gone; return its exit code."""
    # The whole group is asked to end: the server does, and this process right after it.
    # A function, because a signal that is ignored stays ignored in the server.
    signal.signal(signal.SIGTERM, lambda *_: None)
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as server:
        orphaned = threading.Event()

        def watch() -> None:
            # Not through sys.stdin: its lock, held by a thread that waits, would break the exit of the interpreter.
            if not os.read(0, 1):
                orphaned.set()
            server.kill()

        threading.Thread(target=watch, daemon=True).start()
        code = server.wait()
    if orphaned.is_set():
        shutil.rmtree(home, ignore_errors=True)
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
