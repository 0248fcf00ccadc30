"""Plan files become graphs, or their rows: in this process, or in several at once, in the order of the files either way.

Each reader process has a pipe of its own and one file at a time, so that a file which ends its process (out of memory, a fault in a
library) is known by name and costs itself alone; another process takes the dead one's place. No more than a few files
a process are under way or waiting to be taken, so that memory does not grow with their number.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import ReadError, SettingsError, ZerentuError
from graph.messages import Message, _

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from graph.model.plan_rows import AnyPlan

__all__ = ["Reading", "processors", "read_file", "read_files"]

#: Files under way or waiting to be taken, a process.
_AHEAD = 8
#: Fewer files are read faster than processes start.
_FEW = 8


@dataclass(frozen=True)
class Reading:
    """What came of one file.

    Attributes
    ----------
    path
        The file.
    plans
        Each plan in it, as a graph or as rows.
    notes
        What is to be said of it.
    error
        Why it could not be read; then there are no plans.
    """

    path: Path
    plans: Sequence[AnyPlan] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    error: ZerentuError | None = None


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def read_file(path: Path, region: str | None, *, whole: bool = True) -> Reading:
    """Return the plans of one file, or why it cannot be read.

    Parameters
    ----------
    path
        The file.
    region
        The region of its plans, where they do not tell.
    whole
        Give graphs, with the shared nodes that a plan does not reach, which overrides may speak of; else rows, checked against the schema.
    """
    from graph.model.plan_rows import content_of
    from ingest.parse import parse_file
    from ingest.to_graph import build_graphs

    try:
        parsed = parse_file(path, region=region)
        graphs = build_graphs(parsed)
        plans = graphs if whole else [content_of(graph) for graph in graphs]
    except ZerentuError as error:
        return Reading(path, error=error)
    notes = [
        _(
            "《{title}》的地区有 {count} 个重名：{names}；文中看不出是哪一个，这份方案单独存放，可用 --region 指明",
            title=plan.metadata.title,
            count=len(plan.metadata.namesakes),
            names=plan.metadata.namesakes,
        )
        for plan in parsed.plans
        if plan.metadata.namesakes
    ]
    return Reading(path, plans, [*parsed.document.unread, *notes])


def read_files(paths: Sequence[Path], region: str | None, *, jobs: int = 1, whole: bool = True) -> Generator[Reading]:
    """Yield what came of each file, in the order given.

    Parameters
    ----------
    paths
        The files.
    region
        The region of their plans, where they do not tell.
    jobs
        How many processes read. With one, or for a few files, this process does.
    whole
        As of `read_file`.

    Raises
    ------
    SettingsError
        If no other process can be started.
    """
    if jobs <= 1 or len(paths) <= _FEW:
        for path in paths:
            yield read_file(path, region, whole=whole)
        return
    readers = _Readers(min(jobs, len(paths)), region, whole)
    try:
        yield from readers.read(paths)
    finally:
        readers.close()


@dataclass
class _Reader:
    """A process, our end of its pipe, whether it has said that it is there, and the place of the file that it has."""

    process: Any
    pipe: Connection
    ready: bool = False
    at: int | None = None


class _Readers:
    """So many reader processes, each of which is replaced when it dies."""

    def __init__(self, count: int, region: str | None, whole: bool) -> None:
        import multiprocessing  # which most commands need not wait for

        from graph.agencies.lexicon import active
        from ingest.files.limits import in_force

        # As on Windows: nothing of this process, its threads and open files, gets into a reader by chance.
        self._context = multiprocessing.get_context("spawn")
        self._settings = (region, whole, active(), in_force())
        self._readers = [self._start() for _each in range(count)]

    def read(self, paths: Sequence[Path]) -> Iterator[Reading]:
        from multiprocessing.connection import wait

        done: dict[int, Reading] = {}
        given = 0
        for place in range(len(paths)):
            while place not in done:
                for reader in self._readers:
                    if reader.at is None and given < min(len(paths), place + _AHEAD * len(self._readers)):
                        self._give(reader, given, paths[given])
                        given += 1
                busy = {reader.pipe: reader for reader in self._readers if reader.at is not None}
                for pipe in wait(list(busy)):
                    reader = busy[pipe]  # type: ignore[index]
                    if reader.at is not None:
                        done[reader.at] = self._take(reader, paths[reader.at])
                        reader.at = None
            yield done.pop(place)

    def close(self) -> None:
        """End all readers."""
        for reader in self._readers:
            self._end(reader)

    def _start(self) -> _Reader:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, *self._settings), daemon=True)
        process.start()
        theirs.close()
        return _Reader(process, ours)

    def _end(self, reader: _Reader) -> None:
        reader.pipe.close()
        reader.process.terminate()
        reader.process.join()

    def _give(self, reader: _Reader, at: int, path: Path) -> None:
        self._wait_for(reader)
        reader.at = at
        # One that died meanwhile is noticed when its answer is taken.
        with suppress(OSError):
            reader.pipe.send(path)

    def _wait_for(self, reader: _Reader) -> None:
        """Wait until a reader is there: one that is not will not be for the next file either, and no file is at fault."""
        if reader.ready:
            return
        try:
            reader.ready = reader.pipe.recv()
        except (EOFError, OSError):
            reader.process.join()
            raise SettingsError(
                _(
                    "读取文件的进程无法启动（退出码 {code}）；自己的脚本请把调用写在 if __name__ == '__main__': 之下，或者只用一个进程"
                    "（--jobs 1，jobs=1）",
                    code=reader.process.exitcode,
                )
            ) from None

    def _take(self, reader: _Reader, path: Path) -> Reading:
        try:
            found: Reading = reader.pipe.recv()
        except (EOFError, OSError):
            reader.process.join()
            code = reader.process.exitcode
            self._end(reader)
            fresh = self._start()
            reader.process, reader.pipe, reader.ready = fresh.process, fresh.pipe, fresh.ready
            return Reading(path, error=_ended(path, code))
        return found


def _ended(path: Path, code: int | None) -> ReadError:
    return ReadError(
        _(
            "{path}：读取它的进程意外结束（退出码 {code}），可能是内存不足或文件损坏；其余文件照常载入",
            path=path,
            code=code,
        )
    )


def _work(pipe: Connection, region: str | None, whole: bool, lexicon: Any, limits: Any) -> None:
    """Read file after file until the pipe ends."""
    from graph.agencies.lexicon import using
    from ingest.files import limits as limits_of

    # Ctrl-C reaches every process of a terminal; the one that was started says so and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with ExitStack() as stack:
        stack.enter_context(using(lexicon))
        if limits is not None:
            stack.enter_context(limits_of.using(limits))
        with suppress(EOFError, OSError):
            pipe.send(True)
            while True:
                pipe.send(read_file(pipe.recv(), region, whole=whole))
