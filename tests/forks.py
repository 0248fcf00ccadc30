"""Command lines of the program, each in a fork of one process that imported everything and read a plan once.

``python tests/forks.py`` takes orders as lines of JSON on standard input and answers each with the exit code. A Python
needs most of a second of processor to import the program and to compile the patterns of the grammar, a fork of one that
has them a tenth of it; all else is as in a process of its own: folder, environment, streams, exit.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import runpy
import sys
from typing import Any


def main() -> None:
    """Run what is ordered, one after the other, until standard input ends."""
    for name in ("library", "cli", *(f"commands.{each}" for each in ("load", "parse", "agency", "plans"))):
        importlib.import_module(f"zerentu.{name}")
    for name in ("ladybug", "pandas", "networkx", "openpyxl"):
        importlib.import_module(name)
    library = importlib.import_module("zerentu.library")
    library.parse(library.sample_plan())
    # So that looking for garbage does not copy what all share.
    gc.freeze()
    for line in iter(sys.stdin.buffer.readline, b""):
        child = os.fork()
        if child == 0:
            become(json.loads(line))
            # Ends the child, as the end of a process does: with its own exit code, or a traceback and 1.
            return
        _, status = os.waitpid(child, 0)
        os.write(1, b"%d\n" % os.waitstatus_to_exitcode(status))


def become(order: dict[str, Any]) -> None:
    """Do what ``python -m zerentu`` does in a new process."""
    os.chdir(order["folder"])
    os.environ.clear()
    os.environ.update(order["environment"])
    for number, path in enumerate(order["streams"]):
        os.dup2(os.open(path, os.O_WRONLY if number else os.O_RDONLY), number)
    sys.stdin = sys.__stdin__ = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.__stdout__ = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.__stderr__ = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)
    sys.path[0] = order["folder"]
    sys.argv = ["-m", *order["arguments"]]
    runpy.run_module("zerentu", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
