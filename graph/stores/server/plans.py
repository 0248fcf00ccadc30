"""What happens to a plan on a server within one transaction: it comes, gives way to a new version, or goes.

Only what differs is written. One writer works at a time: each first makes a node that is unique, and
removes it at the end, so that the next one waits for it and a killed one leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Literal

from graph.errors import StoreError
from graph.messages import _
from graph.model.columns import ENDS, Ends, edge_columns, node_columns
from graph.model.frames import Frames, Rows, frame
from graph.model.schema import LABELS
from graph.stores.server import statements
from graph.stores.server.bolt import Work, batches

__all__ = ["Held", "as_frames", "everything", "load_plan", "remove_plan"]

Values = tuple[Any, ...]

#: Rows by label, and by type and labels: all that a server holds.
Held = tuple[dict[str, list[Values]], dict[Ends, list[Values]]]

_SHARED = frozenset(item.name for item in LABELS if item.shared)
_OWNED_LABELS = [item.name for item in LABELS if not item.shared]
_OWNED_ENDS = [ends for ends in ENDS if not {ends[1], ends[2]} <= _SHARED]


def load_plan(work: Work, plan: str, owned: Rows, shared: Rows) -> Literal["added", "replaced", "unchanged"]:
    """Put a plan in the place of the version that is there.

    Parameters
    ----------
    work
        An open transaction.
    plan
        Id of the plan.
    owned, shared
        The rows of the plan itself, and of the shared nodes and their relationships; see `graph.model.frames.by_plan`.
    """
    _take_turn(work)
    old = _owned(work, plan)
    if not old:
        _write(work, owned, shared)
        _end_turn(work)
        return "added"
    if old == owned and _held(work, shared) == shared:
        _end_turn(work)
        return "unchanged"
    # Only this plan reaches them: what it no longer says of them goes, as if it were loaded anew.
    alone = _only_of(work, plan, old)
    _run(work, statements.loosen(), alone)
    gone = [key for key in old if old[key] != owned.get(key)]
    stays = {key[1] for key in (*owned, *shared) if len(key) == 2}
    _run(work, statements.delete_nodes(), [key for key in chain(alone, _ids(gone)) if key not in stays])
    for ends, rows in _by_ends({key: old[key] for key in gone}).items():
        _run(work, statements.delete_edges(ends), [row[:2] for row in rows])
    new = {key: row for key, row in owned.items() if old.get(key) != row}
    _write(work, new, shared, held=old.keys())
    _end_turn(work)
    return "replaced"


def remove_plan(work: Work, plan: str) -> bool:
    """Take a plan out, with the shared nodes that no other plan reaches; False if it is not there."""
    _take_turn(work)
    old = _owned(work, plan)
    if old:
        _run(work, statements.delete_nodes(), [*_only_of(work, plan, old), *_ids(old)])
    _end_turn(work)
    return bool(old)


def everything(work: Work) -> Held:
    """Return all rows that the database holds of ours."""
    return (
        {item.name: _read(work, statements.read_nodes(item.name)) for item in LABELS},
        {ends: _read(work, statements.read_edges(ends)) for ends in ENDS},
    )


def as_frames(held: Held) -> Frames:
    """Return rows as data frames."""
    nodes, edges = held
    return Frames(
        {name: frame(rows, node_columns(name)) for name, rows in nodes.items()},
        {ends: frame(rows, edge_columns(ends[0])) for ends, rows in edges.items()},
    )


def _take_turn(work: Work) -> None:
    work.run(f"MERGE (n:{statements.MARK}Writer {{id: 0}}) SET n.busy = true").consume()


def _end_turn(work: Work) -> None:
    work.run(f"MATCH (n:{statements.MARK}Writer) DELETE n").consume()


def _owned(work: Work, plan: str) -> Rows:
    """Return what the version of the plan that is there owns; nothing if it is not there."""
    if not _read(work, statements.read_nodes("Plan", plan=True), plan=plan):
        return {}
    rows: Rows = {}
    for name in _OWNED_LABELS:
        for row in _read(work, statements.read_nodes(name, plan=True), plan=plan):
            rows[name, row[0]] = row
    for ends in _OWNED_ENDS:
        for row in _read(work, statements.read_edges(ends, plan=True), plan=plan):
            rows[(*ends, row[0], row[1])] = row
    return rows


def _held(work: Work, shared: Rows) -> Rows:
    """Return the rows that the database holds under the keys of `shared`."""
    rows: Rows = {}
    for name, wanted in _by_label(shared).items():
        for row in _read(work, statements.shared_nodes(name), rows=[row[0] for row in wanted]):
            rows[name, row[0]] = row
    for ends, wanted in _by_ends(shared).items():
        for row in _read(work, statements.shared_edges(ends), rows=[row[:2] for row in wanted]):
            rows[(*ends, row[0], row[1])] = row
    return rows


def _only_of(work: Work, plan: str, owned: Rows) -> list[str]:
    """Return the ids of the shared nodes that no other plan reaches."""
    touched = {
        end for key in owned if len(key) == 5 for label, end in ((key[1], key[3]), (key[2], key[4])) if label in _SHARED
    }
    return [row[0] for row in _read(work, statements.only_of(), rows=sorted(touched), plan=plan)]


def _write(work: Work, owned: Rows, shared: Rows, held: Iterable[tuple[str, ...]] = ()) -> None:
    """Write rows; nodes among `held` are changed, other nodes of the plan and all its relationships made."""
    there = set(held)
    for name, rows in _by_label(owned).items():
        _make(work, statements.create_nodes(name), [row for row in rows if (name, row[0]) not in there])
        _make(work, statements.merge_nodes(name), [row for row in rows if (name, row[0]) in there])
    for name, rows in _by_label(shared).items():
        _make(work, statements.merge_nodes(name), rows)
    for ends, rows in _by_ends(shared).items():
        _make(work, statements.merge_edges(ends), rows)
    for ends, rows in _by_ends(owned).items():
        _make(work, statements.create_edges(ends), rows)


def _by_label(rows: Rows) -> dict[str, list[Values]]:
    found: dict[str, list[Values]] = {}
    for key, row in rows.items():
        if len(key) == 2:
            found.setdefault(key[0], []).append(row)
    return found


def _by_ends(rows: Rows) -> dict[Ends, list[Values]]:
    found: dict[Ends, list[Values]] = {}
    for key, row in rows.items():
        if len(key) == 5:
            found.setdefault((key[0], key[1], key[2]), []).append(row)
    return found


def _ids(keys: Iterable[tuple[str, ...]]) -> list[str]:
    return [key[1] for key in keys if len(key) == 2]


def _run(work: Work, statement: str, rows: Sequence[Any]) -> None:
    for _count in _counts(work, statement, rows):
        pass


def _make(work: Work, statement: str, rows: Sequence[Any]) -> None:
    """Run a statement that makes or changes one thing a row."""
    made = sum(_counts(work, statement, rows))
    if made != len(rows):
        raise StoreError(
            _(
                "服务器只写入了 {rows} 行中的 {made} 行，已全部撤回；请重新入库，如再次出现请连同这条语句报告：{statement}",
                rows=len(rows),
                made=made,
                statement=statement,
            )
        )


def _counts(work: Work, statement: str, rows: Sequence[Any]) -> Iterator[int]:
    """Run a statement for all rows in batches; yield how many rows came out of each."""
    # A server that has nothing to return works before it answers, one that has, while the next batch is packed here.
    results = [work.run(f"{statement} RETURN count(*)", rows=batch) for batch in batches(rows)]
    for result in results:
        [[count]] = result
        yield count


def _read(work: Work, query: str, **parameters: Any) -> list[Values]:
    return [tuple(record.values()) for record in work.run(query, parameters)]
