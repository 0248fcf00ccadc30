"""The program in a process of its own, as a user types it."""

from __future__ import annotations

import atexit
import json
import os
import select
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

LIMIT = 120


def run_program(
    *arguments: str | Path, folder: Path | None = None, said: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a command line in a folder, with no setting of ours but those given, and `said` on standard input.

    Where processes can fork and nothing is set of the interpreter itself, the process is a fork of one that has
    imported the program.
    """
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("ZERENTU_", "NEO4J_", "COLUMNS"))}
    command = [str(argument) for argument in arguments]
    given = {**clean, **environment}
    if hasattr(os, "fork") and not any(name.startswith(("PYTHON", "LANG", "LC_")) for name in environment):
        return _forked(command, folder or Path.cwd(), said or "", given)
    return subprocess.run(
        [sys.executable, "-m", "zerentu", *command],
        cwd=folder,
        env=given,
        input=said,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LIMIT,
    )


def _forked(
    arguments: list[str], folder: Path, said: str, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory(prefix="zerentu-program-") as name:
        streams = [Path(name, each) for each in ("in", "out", "err")]
        for stream in streams:
            stream.write_text(said if stream.name == "in" else "", encoding="utf-8")
        order = {
            "arguments": arguments,
            "folder": str(folder),
            "environment": environment,
            "streams": [str(stream) for stream in streams],
        }
        code = _ordered(order)
        _, out, err = (stream.read_text(encoding="utf-8") for stream in streams)
    return subprocess.CompletedProcess(["zerentu", *arguments], code, out, err)


def _ordered(order: dict[str, object]) -> int:
    process = _forking()
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(order).encode() + b"\n")
    process.stdin.flush()
    answered, _, _ = select.select([process.stdout], [], [], LIMIT)
    if not answered:
        process.kill()
        _forking.cache_clear()
        raise subprocess.TimeoutExpired(str(order["arguments"]), LIMIT)
    return int(process.stdout.readline())


@cache
def _forking() -> subprocess.Popen[bytes]:
    """Return the process that forks, which ends with this one."""
    process = subprocess.Popen(
        [sys.executable, Path(__file__).with_name("forks.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def end() -> None:
        process.communicate()

    atexit.register(end)
    return process
