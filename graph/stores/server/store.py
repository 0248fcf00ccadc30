"""The server store: plans in a Neo4j database, beside whatever else it holds.

Our nodes are told by a label of their own (`graph.stores.server.statements.MARK`); nodes of others are neither changed
nor read, even under a label that we use too. A new version of a plan changes only what differs, so a
relationship that somebody else drew to a node of ours stays for as long as the node does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from neo4j.graph import Node, Path, Relationship

from graph.errors import QueryError, StoreError, StoreUnavailable
from graph.messages import _
from graph.model.check import check
from graph.model.columns import edge_columns, node_columns
from graph.model.frames import to_graph
from graph.model.plan_rows import AnyPlan, PlanContent, PlanRows
from graph.model.progress import ProgressReport
from graph.model.reports import Added
from graph.model.rows import plan_of
from graph.model.same_plan import Editions
from graph.model.schema import LABELS, RELATIONSHIPS
from graph.stores.answer import Answer
from graph.stores.cypher import check_query
from graph.stores.server import statements
from graph.stores.server.bolt import Secret, Server, Work
from graph.stores.server.plans import Arriving, add_progress, as_frames, everything, key_titles, remove_plan
from graph.stores.server.portion import PORTION, Portion
from graph.stores.store import LoadReport, Outcome, Parameter, Revise, Store

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Neo4jStore"]

#: Two keep a server of two cores busy; four where a commit waits for a disk.
SESSIONS = 4

_NODE_PROPERTIES = {item.name: node_columns(item.name) for item in LABELS}
_EDGE_PROPERTIES = {item.name: edge_columns(item.name)[2:] for item in RELATIONSHIPS}
_KNOWN = {statements.MARK, *_NODE_PROPERTIES, *_EDGE_PROPERTIES}.union(
    *_NODE_PROPERTIES.values(), *_EDGE_PROPERTIES.values()
)


class Neo4jStore(Store):
    """Plans in one database of a Neo4j server.

    Parameters
    ----------
    address
        Such as ``neo4j://localhost:7687``; see `graph.stores.server.bolt.SCHEMES`.
    username, password
        Who logs in; the password of a server without authentication is empty.
    database
        Name of the database; the user's home database when empty.
    read_only
        Refuse to load and to remove.
    sessions
        How many transactions a load of many plans writes at once.

    Raises
    ------
    SettingsError
        If `address` is none, or holds a password.
    """

    def __init__(
        self,
        address: str,
        *,
        username: str = "neo4j",
        password: str,
        database: str = "",
        read_only: bool = False,
        sessions: int = SESSIONS,
    ) -> None:
        password = Secret(password)
        self._server = Server(address, username=username, password=password, database=database)
        self._read_only = read_only
        self._sessions = sessions
        self._prepared = False
        self._closed = False
        self._explained: set[str] = set()

    @property
    def name(self) -> str:
        """The address, with the database if one was named."""
        return self._server.name

    def load(
        self,
        plans: Iterable[AnyPlan],
        *,
        editions: Editions = "newer",
        revise: Revise | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> LoadReport:
        """Put plans in, each replacing the older version of it that the store holds; each is there as a whole or not at all.

        See `graph.stores.store.Store.load`. Plans are taken in portions, so that memory does not grow with their number;
        those of a portion that have nothing to do with each other go in parallel sessions. One that the server refuses costs
        itself: the others are loaded, and then the error says which it was.
        """
        if isinstance(plans, Sequence):
            for plan in plans:
                _check(plan)
        self._may_write()
        report = LoadReport()
        refused: list[tuple[str, StoreError]] = []
        count = 0
        waiting = iter(plans)
        while coming := list(islice(waiting, PORTION)):
            if not isinstance(plans, Sequence):
                for plan in coming:
                    _check(plan)
            parts = [Arriving.of(plan) for plan in coming]
            portion = Portion(self._server, parts, editions, revise, self._sessions)
            try:
                portion.load()
            except StoreError as error:
                done = count - len(refused) + sum(isinstance(each, Outcome) for each in portion.found.values())
                raise _interrupted(error, done, len(plans) if isinstance(plans, Sequence) else None) from None
            for at, part in enumerate(parts):
                found = portion.found[at]
                count += 1
                if isinstance(found, Outcome):
                    report.outcomes.append(found)
                else:
                    refused.append((part.card.title, found))
                if progress is not None and isinstance(found, Outcome):
                    progress(len(report.outcomes))
        if refused:
            raise _refused(refused, count)
        return report

    def remove(self, plan_id: str) -> bool:
        """Take a plan out; see `graph.stores.store.Store.remove`."""
        self._may_write()
        return self._server.write(partial(remove_plan, plan=plan_id))

    def add_progress(self, reports: Sequence[ProgressReport], *, imported: str) -> Added:
        """Add what offices reported in one transaction; see `graph.stores.store.Store.add_progress`."""
        self._may_write()
        return self._server.write(partial(add_progress, reports=reports, imported=imported))

    def answer(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Answer:
        """Run a reading query and return its rows; see `graph.stores.store.Store.answer`."""
        self._may_read()
        check_query(cypher, parameters or {})
        text = statements.ours(cypher)
        self._check(text, parameters or {})

        def read(work: Work) -> tuple[list[str], list[list[Any]]]:
            result = work.run(text, dict(parameters or {}))
            records = result if limit is None else result.fetch(limit)
            return list(result.keys()), [[_plain(value) for value in record.values()] for record in records]

        columns, rows = self._server.read(read, timeout=timeout)
        return Answer.of(rows, columns)

    def graph(self) -> nx.MultiDiGraph:
        """Return everything the store holds."""
        self._may_read()
        return to_graph(as_frames(self._server.read(everything)))

    def close(self) -> None:
        """Let go of all connections; closing twice is harmless."""
        self._closed = True
        self._server.close()

    def _may_read(self) -> None:
        if self._closed:
            raise StoreUnavailable(_("{name} 已关闭；请重新打开", name=self.name))

    def _may_write(self) -> None:
        if self._read_only:
            raise StoreError(_("{name} 以只读方式打开", name=self.name))
        self._may_read()
        if not self._prepared:
            self._server.write(lambda work: [work.run(text).consume() for text in statements.schema()])
            self._server.read(lambda work: work.run("CALL db.awaitIndexes(300)").consume() and None)
            self._server.write(key_titles)
            self._prepared = True

    def _check(self, text: str, parameters: Mapping[str, Parameter]) -> None:
        """Refuse a query that writes, or that names what neither the schema nor the database has."""
        if text in self._explained:
            return
        kind, unknown = self._server.explain(text, parameters)
        if kind != "r":
            raise QueryError(_("查询不只是读取；这里只允许读取"))
        for name in sorted(unknown - _KNOWN):
            raise QueryError(_("查询中的 {name} 在图模型和数据库中都不存在", name=name))
        self._explained.add(text)


def _check(plan: AnyPlan) -> None:
    """Check a graph; rows were checked when they were made."""
    if not isinstance(plan, PlanRows | PlanContent):
        check(plan)
        plan_of(plan)


def _interrupted(error: StoreError, done: int, total: int | None) -> StoreError:
    """Return the error of a load that cannot go on."""
    if done == 0:
        return error
    if total is None:
        return type(error)(_("{error}。此前已入库 {done} 个方案；请重新入库以补全", error=error.message, done=done))
    return type(error)(
        _(
            "{error}。此前已入库 {done} 个方案（共 {total} 个）；请重新入库以补全",
            error=error.message,
            done=done,
            total=total,
        )
    )


def _refused(refused: Sequence[tuple[str, StoreError]], total: int) -> StoreError:
    """Return the error of a load that went on without some plans."""
    title, error = refused[0]
    if total == 1:
        return error
    if len(refused) == 1:
        return type(error)(
            _(
                "《{title}》未入库：{error}。其余 {done} 个方案已入库（共 {total} 个）；请重新入库以补全",
                title=title,
                error=error.message,
                done=total - 1,
                total=total,
            )
        )
    return type(error)(
        _(
            "{count} 个方案未入库：{titles}；第一个的原因：{error}。其余 {done} 个方案已入库（共 {total} 个）；请重新入库以补全",
            count=len(refused),
            titles=[f"《{each}》" for each, _error in refused[:10]],
            error=error.message,
            done=total - len(refused),
            total=total,
        )
    )


def _plain(value: Any) -> Any:
    """Return a value of the driver without the server's own ids."""
    match value:
        case Node():
            name = next((each for each in sorted(value.labels) if each in _NODE_PROPERTIES), None)
            if name is None:
                return {"label": next(iter(sorted(value.labels)), None), **value}
            return {"label": name, **{each: value.get(each) for each in _NODE_PROPERTIES[name]}}
        case Relationship():
            known = _EDGE_PROPERTIES.get(value.type, value.keys())
            return {"type": value.type, **{each: value.get(each) for each in known}}
        case Path():
            return {
                "nodes": [_plain(node) for node in value.nodes],
                "relationships": [_plain(each) for each in value.relationships],
            }
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {key: _plain(each) for key, each in value.items()}
    return value
