"""The one module that touches LadybugDB: opens a file, fills it from frames, runs Cypher, lets go.

The engine is compiled code that trusts what it gets: half a surrogate pair in a text, or a
damaged file, ends the whole process. So files are verified (`graph.stores.embedded.snapshot`) and values
checked before they come here.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError, StoreUnavailable
from graph.messages import _
from graph.model.columns import ENDS, Ends, edge_columns, node_columns
from graph.model.schema import LABELS
from graph.stores.cypher import LOOKED_UP, quoted
from graph.stores.embedded.ddl import fingerprint, index_name, make_index, tables
from graph.stores.embedded.snapshot import verify

if TYPE_CHECKING:
    from graph.model.frames import Frames

__all__ = ["Engine"]


class _Asyncio(ModuleType):
    """Stands for asyncio until somebody uses it."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get("asyncio") is self:
            del sys.modules["asyncio"]
        return getattr(import_module("asyncio"), name)


@contextmanager
def _asyncio_later() -> Iterator[None]:
    """Let a module that is imported inside get asyncio when it first uses it.

    The engine's package imports it for connections that we never open, and it takes a third of the time of that import.
    """
    if "asyncio" in sys.modules:
        yield
        return
    later = sys.modules["asyncio"] = _Asyncio("asyncio")
    try:
        yield
    finally:
        if sys.modules.get("asyncio") is later:
            del sys.modules["asyncio"]


with _asyncio_later():
    import ladybug

#: Buffer and addresses to ask for, in turn. The defaults are 80 % of the memory and 8 TB of addresses, which a small office
#: machine may refuse; one that limits its processes (ulimit -v, containers) refuses more.
_SIZES = ((1 << 30, 1 << 36), (1 << 28, 1 << 32), (1 << 26, 1 << 30))
_UNUSED = "zerentu_unused"


class Engine:
    """One open database file; use `reading` or `building`, and close it."""

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self._database = _opened(path, read_only=read_only)
        self._path = path
        self._connection = ladybug.Connection(self._database)
        self._worker = ThreadPoolExecutor(1)

    @classmethod
    def reading(cls, path: Path) -> Engine:
        """Open the snapshot `path`.

        Raises
        ------
        StoreUnavailable
            If it does not exist or is no whole snapshot of this schema.
        """
        verify(path, fingerprint())
        return cls(path, read_only=True)

    @classmethod
    def building(cls, path: Path) -> Engine:
        """Make the database file `path`; `fill` completes it."""
        return cls(path, read_only=False)

    def __enter__(self) -> Engine:
        """Return the engine itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Finish what was written and let go of the file."""
        self._worker.shutdown()
        self._connection.close()
        self._database.close()

    def abandon(self) -> None:
        """Let go of a file that nobody needs, without bringing to it what was written."""
        self.write("CALL force_checkpoint_on_close = false")
        self.close()

    def run(
        self,
        cypher: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> tuple[list[str], list[list[Any]]]:
        """Run one query and return its columns and rows.

        Raises
        ------
        QueryError
            If the engine does not accept it, or it takes longer than `timeout` seconds.
        """
        try:
            # The engine takes 0 as no limit.
            self._connection.set_query_timeout(0 if timeout is None else max(1, round(timeout * 1000)))
            # With a parameter, used or not, the engine prepares the query, and takes one statement only.
            result = self._interruptible(cypher, {_UNUSED: "", **(parameters or {})})
            assert not isinstance(result, list)
            count = result.get_num_tuples()
            # Asked for one by one: the engine's own lists ask before each row whether there is one.
            rows: list[Any] = [result.get_next() for _ in range(count if limit is None else min(limit, count))]
            return result.get_column_names(), rows
        except (RuntimeError, ValueError, TypeError, OverflowError) as error:
            if "read-only database" in str(error):
                raise QueryError(_("查询要写入数据；这里只允许读取")) from error
            if str(error) == "Interrupted.":
                raise QueryError(_("查询超时，已终止；请缩小查询范围，或延长时限")) from error
            raise QueryError(_("嵌入式引擎不接受这个查询：{why}", why=_first_line(error))) from error

    def _interruptible(self, cypher: str, parameters: Mapping[str, Any]) -> Any:
        """Run a query so that Ctrl-C ends it: Python sees the signal only while its main thread is not in the engine."""
        if threading.current_thread() is not threading.main_thread():
            return self._connection.execute(cypher, dict(parameters))
        running = self._worker.submit(self._connection.execute, cypher, dict(parameters))
        try:
            # Windows delivers the signal between two waits, not during one.
            while not wait([running], timeout=0.2).done:
                pass
        except KeyboardInterrupt:
            self._connection.interrupt()
            wait([running])
            raise
        return running.result()

    def rows(self) -> tuple[dict[str, list[list[Any]]], dict[Ends, list[list[Any]]]]:
        """Return everything that the file holds: rows by label, and rows by relationship type and labels of its ends."""
        nodes, edges = {}, {}
        for item in LABELS:
            returns = ", ".join(f"n.{quoted(name)}" for name in node_columns(item.name))
            _, nodes[item.name] = self.run(f"MATCH (n:{quoted(item.name)}) RETURN {returns}")
        for name, start, end in ENDS:
            returns = ", ".join(["a.id", "b.id", *(f"r.{quoted(each)}" for each in edge_columns(name)[2:])])
            pattern = f"(a:{quoted(start)})-[r:{quoted(name)}]->(b:{quoted(end)})"
            _, edges[name, start, end] = self.run(f"MATCH {pattern} RETURN {returns}")
        return nodes, edges

    def frames(self) -> Frames:
        """Return everything that the file holds, as data frames."""
        from graph.model.frames import Frames, frame

        nodes, edges = self.rows()
        return Frames(
            {name: frame(rows, node_columns(name)) for name, rows in nodes.items()},
            {ends: frame(rows, edge_columns(ends[0])) for ends, rows in edges.items()},
        )

    def fill(self, frames: Frames) -> None:
        """Make the tables, copy `frames` into them and bring them to the file.

        Raises
        ------
        StoreUnavailable
            If the file cannot be written, as on a full disk.
        """
        self.make_tables()
        self.copy(frames)
        self.make_indexes()
        self.checkpoint()

    def make_tables(self) -> None:
        """Make the tables in an empty file."""
        # One transaction: each statement would else be written through to the disk by itself. Rows are not part of it:
        # a million of them in one take 1.4 times the processor time and a fifth more memory and disk.
        for statement in ("BEGIN TRANSACTION", *tables(), "COMMIT"):
            self.write(statement)

    def make_indexes(self) -> bool:
        """Make the indexes that the file lacks and return whether it lacked any; the others follow every change by themselves."""
        there = {row[0] for row in self.run("CALL show_indexes() RETURN index_name")[1]}
        lacking = [each for each in LOOKED_UP if index_name(*each) not in there]
        for label, name in lacking:
            self.write(make_index(label, name))
        return bool(lacking)

    def copy(self, frames: Frames) -> None:
        """Add rows to the tables; ids must be new, and both ends of a relationship be there."""
        for name, rows in frames.nodes.items():
            if len(rows):
                self.write(f"COPY {quoted(name)} FROM $rows", {"rows": rows})
        for (name, start, end), rows in frames.edges.items():
            if len(rows):
                self.write(f"COPY {quoted(name)} FROM $rows (from='{start}', to='{end}')", {"rows": rows})

    def checkpoint(self) -> None:
        """Bring everything to the file. Closing does it too, but says nothing when it fails."""
        self.write("CHECKPOINT")

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        """Run a statement that changes the file.

        Raises
        ------
        StoreUnavailable
            If the file cannot be written, as on a full disk.
        """
        try:
            self._connection.execute(statement, dict(parameters or {}))
        except RuntimeError as error:
            raise StoreUnavailable(
                _("{path} 无法写入（{why}）；请检查磁盘空间。图库保持原样", path=self._path, why=_first_line(error))
            ) from error


def _opened(path: Path, *, read_only: bool) -> ladybug.Database:
    """Return the open database file, with as much memory as the system lets us have.

    Raises
    ------
    StoreUnavailable
        If the engine opens it with no amount of memory, under no spelling of its path.
    """
    refused: list[Exception] = []
    for spelling in _spellings(path):
        for buffer, addresses in _SIZES:
            try:
                return ladybug.Database(
                    spelling,
                    buffer_pool_size=buffer,
                    max_db_size=addresses,
                    # One thread reads rows in the order they were stored in; loading gains nothing from a second.
                    max_num_threads=1,
                    # One checkpoint at the close instead of one a COPY: a small load takes two thirds of the time.
                    auto_checkpoint=False,
                    read_only=read_only,
                )
            except (RuntimeError, OSError, MemoryError) as error:
                refused.append(error)
                if not _lacks_memory(error):
                    break
    why = _first_line(refused[0])
    if all(map(_lacks_memory, refused)):
        raise StoreUnavailable(
            _("{path}：系统给的内存不够打开图库（{why}）；请放宽进程的内存限制（ulimit -v）", path=path, why=why)
        ) from refused[0]
    if sys.platform == "win32" and not str(path).isascii():
        raise StoreUnavailable(
            _("{path}：引擎打不开图库（{why}）；请把图库放在英文名称的文件夹里再试", path=path, why=why)
        ) from refused[0]
    if read_only:
        raise StoreUnavailable(_("{path} 无法打开（{why}）", path=path, why=why)) from refused[0]
    raise StoreUnavailable(_("{path} 无法创建（{why}）", path=path, why=why)) from refused[0]


def _lacks_memory(error: Exception) -> bool:
    said = str(error).lower()
    return isinstance(error, MemoryError) or "mmap" in said or "buffer manager" in said or "bad_alloc" in said


def _spellings(path: Path) -> Iterator[Path]:
    """Yield the path, and on Windows, where the engine may take it for GBK, others of plain letters that mean the same."""
    yield path
    if sys.platform == "win32" and not str(path).isascii():
        with suppress(ValueError):  # another drive
            yield Path(os.path.relpath(path))
        yield _short_path(path)


def _short_path(path: Path) -> Path:
    """Return the path with the short name of its folder, where the system keeps such names."""
    import ctypes

    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009  # only there on Windows
    buffer = ctypes.create_unicode_buffer(1024)
    length = kernel.GetShortPathNameW(str(path.parent), buffer, len(buffer))
    return Path(buffer.value) / path.name if length else path


def _first_line(error: BaseException) -> str:
    return str(error).strip().split("\n", 1)[0]
