"""Loaders that can be killed at any moment: one process imports everything once and forks a loader at a word.

A Python with the imports of a store needs most of a second, a fork of one a few milliseconds: some kills
an engine fit into every run of the tests.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CODE = """
import os, sys
sys.path[:0] = ["tests", "."]
import ladybug, neo4j, networkx, pandas
from small_plan import make_graph
from graph.stores.embedded.store import EmbeddedStore
from graph.stores.server.store import Neo4jStore
graph = make_graph(tasks=int(sys.argv[1]))
for _ in iter(sys.stdin.readline, ""):
    loader = os.fork()
    if loader == 0:
        with {opened} as store:
            store.rows("MATCH (p:Plan) RETURN p.id AS id")
            os.write(1, b"%d\\n" % os.getpid())
            store.load([graph])
            os.write(1, b"done\\n")
            os._exit(0)
    # A dead process keeps its number until it is waited for: nobody else can be killed in its place.
    sys.stdin.readline()
    os.waitpid(loader, 0)
    os.write(1, b"gone\\n")
"""


class Loaders:
    """Starts loaders of one plan, one after the other."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, kill_after: float | None = None) -> float:
        """Let one load; kill it so many seconds after it began. Return how long it took, to its end or to the kill."""
        self._go_on()
        loader = int(self._said())
        begin = time.perf_counter()
        if kill_after is None:
            assert self._said() == "done"
        else:
            time.sleep(kill_after)
            os.kill(loader, signal.SIGKILL)
        took = time.perf_counter() - begin
        self._go_on()
        while self._said() != "gone":
            pass
        return took

    def _go_on(self) -> None:
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def _said(self) -> str:
        line = self._process.stdout.readline().strip()
        assert line, self._process.stderr.read()
        return line


@contextmanager
def loaders(opened: str, tasks: int, *arguments: object) -> Iterator[Loaders]:
    """Yield loaders of the sample plan with so many tasks.

    Parameters
    ----------
    opened
        Python that opens the store, with `arguments` as ``sys.argv[2:]``.
    tasks
        How many tasks the plan has.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(CODE).format(opened=opened), str(tasks), *map(str, arguments)],
        cwd=Path(__file__).parents[1], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, encoding="utf-8",
    )  # fmt: skip
    with process:
        try:
            yield Loaders(process)
        finally:
            process.kill()


def usual_time(store, old, writers: Loaders) -> float:
    """Return the seconds within which a loader takes the place of `old`, once server and caches are warm, and some more."""
    times = []
    for _ in range(4):
        store.load([old])
        times.append(writers.run())
    # The new state is there only at the very end.
    return 1.25 * min(times)
