"""The helper process as the server sees it: started when there is work, started anew when a file kills it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from zerentu.settings import language

__all__ = ["Died", "Helper"]


class Died(Exception):
    """The helper ended before it had answered."""


class Helper:
    """One process that answers one request at a time; see `zerentu.web.helper`."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        self._lock = threading.Lock()

    @property
    def pid(self) -> int | None:
        """Its number in the list of the system's processes, while there is one."""
        process = self._process
        return process.pid if process is not None and process.poll() is None else None

    def ask(self, request: dict[str, Any], told: Callable[[dict[str, Any]], None] | None = None) -> dict[str, Any]:
        """Send a request and return its last reply.

        Parameters
        ----------
        request
            See `zerentu.web.helper`.
        told
            Takes the replies before the last one.

        Raises
        ------
        Died
            If the process ended, by itself or by `stop`, before it had answered.
        """
        process = self._told(request)
        for reply in _replies(process):
            if reply.get("end"):
                return reply
            if told is not None:
                told(reply)
        _end(process)
        raise Died

    def _told(self, request: dict[str, Any]) -> subprocess.Popen[str]:
        """Return a process that has the request; one that died while it had nothing to do costs nothing."""
        for _attempt in range(2):
            process = self._running()
            assert process.stdin is not None
            try:
                process.stdin.write(json.dumps(request) + "\n")
                process.stdin.flush()
            except OSError:
                _end(process)
            else:
                return process
        raise Died

    def stop(self) -> None:
        """End the process, whatever it does; the next request starts another."""
        with self._lock:
            if self._process is not None:
                _end(self._process)

    def close(self) -> None:
        """End the process and start none any more."""
        self._closed = True
        self.stop()
        with self._lock:
            _let_go(self._process)
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        with self._lock:
            if self._closed:
                raise Died
            if self._process is None or self._process.poll() is not None:
                _let_go(self._process)
                self._process = _started()
            return self._process


def _started() -> subprocess.Popen[str]:
    # The same code as here, wherever that came from, in the language of this run.
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
    return subprocess.Popen(
        [sys.executable, "-m", "zerentu.web.helper"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "ZERENTU_LANG": language()},
    )


def _end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.wait()


def _let_go(process: subprocess.Popen[str] | None) -> None:
    """Close what is left of a process that has ended."""
    if process is None:
        return
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            # What a dead process was still to be told can go nowhere.
            with suppress(OSError):
                pipe.close()


def _replies(process: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert process.stdout is not None
    for line in process.stdout:
        # A process that is killed in the middle of a line has not said it.
        if line.endswith("\n"):
            yield json.loads(line)
