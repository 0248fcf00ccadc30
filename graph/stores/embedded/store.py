"""The embedded store: one LadybugDB file, no server.

The file is an immutable snapshot. A load changes a copy of it and swaps that in (`graph.stores.embedded.change`), so a load that is killed at any point leaves the old state, and a reader
keeps the state that it opened: a store sees the loads of other processes after it is opened again.
Frames and graphs, and with them pandas and networkx, are imported where one is moved: a question needs neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import QueryError, StoreError, StoreUnavailable
from graph.messages import _
from graph.model.schema import LABELS, RELATIONSHIPS
from graph.stores.answer import Answer
from graph.stores.cypher import check_query
from graph.stores.embedded import snapshot
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.lock import locked
from graph.stores.store import LoadReport, Parameter, Revise, Store

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.plan_rows import AnyPlan
    from graph.model.progress import ProgressReport
    from graph.model.reports import Added
    from graph.model.same_plan import Editions
    from graph.stores.embedded.change import Change

__all__ = ["DEFAULT_PATH", "EmbeddedStore"]

DEFAULT_PATH = "zerentu.lbug"

#: Plans that are looked at and written at once, and rows of them: enough for the cost of a checkpoint, few enough for memory.
_PORTION, _ROWS = 500, 100_000

_NODE_PROPERTIES = {item.name: [each.name for each in item.properties] for item in LABELS}
_EDGE_PROPERTIES = {item.name: [each.name for each in item.properties] for item in RELATIONSHIPS}


class EmbeddedStore(Store):
    """Plans in one database file.

    Parameters
    ----------
    path
        The file; the first load makes it.
    read_only
        Refuse to load and to remove.
    wait
        Seconds to wait for another writer, and on Windows for readers, before `StoreBusy`.
    """

    def __init__(self, path: str | Path = DEFAULT_PATH, *, read_only: bool = False, wait: float = 10) -> None:
        self._name = str(path)
        # A link stays a link when the file behind it is replaced, and a later chdir changes nothing.
        self._path = Path(path).resolve()
        self._read_only = read_only
        self._wait = wait
        self._reader: Engine | None = None
        self._closed = False

    @property
    def name(self) -> str:
        """The path as it was given."""
        return self._name

    def load(
        self,
        plans: Iterable[AnyPlan],
        *,
        editions: Editions = "newer",
        revise: Revise | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> LoadReport:
        """Put plans in, each replacing the older version of it that the store holds; all of them or none.

        See `graph.stores.store.Store.load`. Plans are taken in portions, so that memory does not grow with their number.
        """
        from graph.model.check import check
        from graph.model.plan_rows import PlanContent, PlanRows, content_of
        from graph.model.rows import plan_of
        from graph.stores.embedded.loading import Loading

        def checked(plan: AnyPlan) -> AnyPlan:
            if isinstance(plan, PlanRows | PlanContent):
                return plan
            if revise is None:
                return content_of(plan)
            # What revises it may ask for shared nodes that the plan itself does not reach.
            check(plan)
            plan_of(plan)
            return plan

        report = LoadReport()
        waiting = _portions(map(checked, plans))
        # The first portion is there, and may be refused, before anybody else has to wait.
        first = next(waiting, [])
        with self._changing(make=True) as change:
            titles = change.held.titles()
            for portion in chain([first], waiting):
                loading = Loading(change.held, portion, editions, revise, titles)
                change.apply(loading.gone, loading.frames())
                report.outcomes.extend(loading.report.outcomes)
                if progress is not None:
                    progress(len(report.outcomes))
            change.finish()
        return report

    def remove(self, plan_id: str) -> bool:
        """Take a plan out; see `graph.stores.store.Store.remove`."""
        from graph.model.frames import Frames

        with self._changing() as change:
            if not change.held.there("Plan", [plan_id]):
                return False
            change.apply([plan_id], Frames())
            change.finish()
        return True

    def add_progress(self, reports: Sequence[ProgressReport], *, imported: str) -> Added:
        """Add what offices reported, all of it or nothing; see `graph.stores.store.Store.add_progress`."""
        from graph.stores.embedded.loading import new_progress

        with self._changing() as change:
            added, frames = new_progress(change.held, reports, imported)
            if added.added:
                change.apply([], frames)
                change.finish()
        return added

    def answer(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Answer:
        """Run a reading query and return its rows; see `graph.stores.store.Store.answer`."""
        check_query(cypher, parameters or {})
        columns, rows = self._open().run(cypher, parameters, timeout=timeout, limit=limit)
        for name in columns:
            if columns.count(name) > 1:
                raise QueryError(_("查询有两列都叫 {name}；请用 AS 给每列起不同的名字", name=name))
        # The values of a column are of one type, and an answer may have a hundred thousand of them.
        for at in range(len(columns)):
            if isinstance(next((row[at] for row in rows if row[at] is not None), None), list | dict):
                for row in rows:
                    row[at] = _plain(row[at])
        return Answer.of(rows, columns)

    def graph(self) -> nx.MultiDiGraph:
        """Return everything the store holds."""
        from graph.model.rows import graph_of_rows

        return graph_of_rows(*self._open().rows())

    def close(self) -> None:
        """Let go of the file; closing twice is harmless."""
        self._closed = True
        self._let_go()

    def _open(self) -> Engine:
        if self._closed:
            raise StoreUnavailable(_("{name} 已经关闭；请重新打开", name=self._name))
        if self._reader is None:
            self._reader = Engine.reading(self._path)
        return self._reader

    def _let_go(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self._read_only:
            raise StoreError(_("{name} 是以只读方式打开的，不能写入", name=self._name))
        if self._closed:
            raise StoreUnavailable(_("{name} 已经关闭；请重新打开", name=self._name))
        try:
            folder = self._path.is_dir()
            device = self._path.exists() and not folder and not self._path.is_file()
        except OSError as error:
            raise StoreUnavailable(
                _("{name} 无法使用（{why}）；请检查路径", name=self._name, why=error.strerror)
            ) from error
        if folder:
            raise StoreUnavailable(
                _(
                    "{name} 是文件夹；请写图库文件的路径，例如 {example}",
                    name=self._name,
                    example=DEFAULT_PATH,
                )
            )
        if device:
            # Before anything is made beside it.
            raise StoreUnavailable(
                _("{name} 不是文件；请写图库文件的路径，例如 {example}", name=self._name, example=DEFAULT_PATH)
            )
        with locked(snapshot.beside(self._path, ".lock"), what=self._name, wait=self._wait):
            # What this store read before may be older than what it is about to change.
            self._let_go()
            yield

    @contextmanager
    def _changing(self, *, make: bool = False) -> Iterator[Change]:
        from graph.stores.embedded.change import Change

        with self._writing(), Change(self._path, make=make, name=self._name, wait=self._wait) as change:
            yield change


def _portions(plans: Iterable[AnyPlan]) -> Iterator[list[AnyPlan]]:
    """Yield plans in order, so many together as are written at once."""
    from graph.model.plan_rows import count_rows

    portion: list[AnyPlan] = []
    rows = 0
    for plan in plans:
        portion.append(plan)
        rows += count_rows(plan)
        if len(portion) == _PORTION or rows >= _ROWS:
            yield portion
            portion, rows = [], 0
    if portion:
        yield portion


def _plain(value: Any) -> Any:
    """Return a value of the engine without the engine's own ids."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "_NODES" in value:
        return {"nodes": _plain(value["_NODES"]), "relationships": _plain(value["_RELS"])}
    if "_LABEL" in value:
        name = value["_LABEL"]
        if "_SRC" in value:
            return {"type": name, **_known(value, _EDGE_PROPERTIES[name])}
        return {"label": name, **_known(value, _NODE_PROPERTIES[name])}
    return {key: _plain(item) for key, item in value.items()}


def _known(value: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    # A pattern over several labels gives every node the properties of all of them.
    return {name: value.get(name) for name in names}
