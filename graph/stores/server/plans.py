"""What happens to a plan on a server within one transaction: it comes, gives way to a new version, or goes.

Only what differs is written. One writer works at a time: each first makes a node that is unique, and
removes it at the end, so that the next one waits for it and a killed one leaves nothing behind.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import networkx as nx

from graph.errors import StoreError
from graph.messages import _
from graph.model.columns import ENDS, SHARED, Ends, edge_columns, node_columns
from graph.model.frames import Frames, frame, to_graph
from graph.model.plan_rows import AnyPlan, PlanContent, graph_of
from graph.model.progress import ProgressReport
from graph.model.reports import Added, Known, carry, new_reports
from graph.model.rows import Rows
from graph.model.same_plan import Editions, PlanCard, Shelf, bare_title, card_from, place, renamed
from graph.model.schema import LABELS
from graph.stores.server import statements
from graph.stores.server.bolt import Work, batches
from graph.stores.store import Outcome, Revise, State

__all__ = [
    "Arriving",
    "Held",
    "add_progress",
    "as_frames",
    "create",
    "end_turn",
    "everything",
    "held_plans",
    "key_titles",
    "load_plan",
    "near",
    "remove_plan",
    "shared_rows",
    "take_turn",
]

Values = tuple[Any, ...]

#: Rows by label, and by type and labels: all that a server holds.
Held = tuple[dict[str, list[Values]], dict[Ends, list[Values]]]

_OWNED_LABELS = [item.name for item in LABELS if not item.shared]
_OWNED_ENDS = [ends for ends in ENDS if not {ends[1], ends[2]} <= SHARED]


@dataclass(frozen=True)
class Arriving:
    """A plan on its way into the database.

    Attributes
    ----------
    plan
        The plan as it came.
    content
        What is written of it.
    """

    plan: nx.MultiDiGraph | PlanContent
    content: PlanContent

    @classmethod
    def of(cls, plan: AnyPlan) -> Arriving:
        """Return what is written of one plan."""
        if isinstance(plan, PlanContent):
            return cls(plan, plan)
        graph = graph_of(plan)
        return cls(graph, PlanContent.of(graph))

    @property
    def graph(self) -> nx.MultiDiGraph:
        """The property graph of the plan."""
        return graph_of(self.plan)

    @property
    def card(self) -> PlanCard:
        """What tells it from others."""
        return self.content.card

    @property
    def owned(self) -> Rows:
        """The rows of the plan itself."""
        return self.content.owned

    @property
    def shared(self) -> Rows:
        """The rows of the shared nodes that it reaches and of their relationships."""
        return self.content.shared

    def named(self, card: PlanCard) -> Arriving:
        """Return it under the id of `card`."""
        return self if card.id == self.card.id else Arriving.of(renamed(self.graph, card.id))

    def revised(self, revise: Revise | None) -> Arriving:
        """Return it as `revise` wants it."""
        if revise is None:
            return self
        graph = self.graph
        found = revise(graph)
        return self if found is graph else Arriving.of(found)


def load_plan(
    work: Work, part: Arriving, editions: Editions, revise: Revise | None = None, *, turn: bool = True
) -> Outcome:
    """Put a plan where it belongs: in the place of its older version, or beside what is there.

    Parameters
    ----------
    work
        An open transaction.
    part
        The plan.
    editions
        What gives way to it; see `graph.model.same_plan.Editions`.
    revise
        See `graph.stores.store.Store.load`.
    turn
        Whether it waits for other writers; whoever holds the turn in another transaction does not.
    """
    if turn:
        take_turn(work)
    placed = place(part.card, Shelf(near(work, [part.card])), editions)
    over = placed.over
    astray: list[str] = []
    if placed.older:
        state: State = "older"
    else:
        new = part.named(placed.card).revised(revise)
        if over is not None:
            if reports := _reports_of(work, over.id):
                graph, astray = carry(new.graph, reports)
                new = Arriving.of(graph)
            if over.id != placed.card.id:
                _remove(work, over.id)
        state = _exchange(work, placed.card.id, new.owned, new.shared)
        if state != "unchanged":
            _make(work, statements.set_title_keys(), [(placed.card.id, _title_key(new.card.title))])
        # What gave way may have had another id.
        state = "replaced" if over is not None and state == "added" else state
    if turn:
        end_turn(work)
    return Outcome(placed.card, state, over, placed.beside, tuple(astray))


def near(work: Work, wanted: Sequence[PlanCard]) -> list[PlanCard]:
    """Return the cards of the plans of the database that have the title or the id of one that is wanted."""
    keys = sorted({_title_key(card.title) for card in wanted})
    ids = [key for [key] in _read(work, statements.titled(), keys=keys, plans=sorted({card.id for card in wanted}))]
    if not ids:
        return []
    names = node_columns("Plan")
    texts: dict[str, dict[str, list[str | None]]] = {key: {"Task": [], "Target": []} for key in ids}
    for label in ("Task", "Target"):
        for plan, text in _read(work, statements.texts_of(label), rows=ids):
            texts[plan][label].append(text)
    plans = [dict(zip(names, row, strict=True)) for row in _read(work, statements.shared_nodes("Plan"), rows=ids)]
    return [card_from(plan, texts[plan["id"]]["Task"], texts[plan["id"]]["Target"]) for plan in plans]


def held_plans(work: Work, ids: Sequence[str]) -> set[str]:
    """Return those of some ids that plans of the database have."""
    return {key for [key] in _read(work, statements.there("Plan"), rows=ids)}


def create(work: Work, parts: Sequence[Arriving], shared: Rows) -> None:
    """Write plans that are new, and of what they share the rows `shared`."""
    _write(work, dict(chain.from_iterable(part.owned.items() for part in parts)), shared)
    _make(work, statements.set_title_keys(), [(part.card.id, _title_key(part.card.title)) for part in parts])


def key_titles(work: Work) -> None:
    """Give plans that came without one, by the offline import or an older version of this program, the key of their title."""
    lacking = _read(work, statements.titles_without_key())
    _run(work, statements.set_title_keys(), [(key, _title_key(title)) for key, title in lacking])


def _title_key(title: str | None) -> str:
    return hashlib.sha256(bare_title(title or "").encode()).hexdigest()[:16]


def _exchange(work: Work, plan: str, owned: Rows, shared: Rows) -> Literal["added", "replaced", "unchanged"]:
    """Write the rows of a plan where the database does not hold them, and delete what it holds instead."""
    old = _owned(work, plan)
    if not old:
        _write(work, owned, shared)
        return "added"
    if old == owned and shared_rows(work, shared) == shared:
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
    return "replaced"


def remove_plan(work: Work, plan: str) -> bool:
    """Take a plan out, with the shared nodes that no other plan reaches; False if it is not there."""
    take_turn(work)
    there = _remove(work, plan)
    end_turn(work)
    return there


def _remove(work: Work, plan: str) -> bool:
    old = _owned(work, plan)
    if old:
        _run(work, statements.delete_nodes(), [*_only_of(work, plan, old), *_ids(old)])
    return bool(old)


def add_progress(work: Work, reports: Sequence[ProgressReport], imported: str) -> Added:
    """Add reports about tasks that are there, all of them or none; see `graph.stores.store.Store.add_progress`."""
    take_turn(work)

    def there(name: str, ids: Iterable[str]) -> set[str]:
        return {key for [key] in _read(work, statements.there(name), rows=sorted(set(ids)))}

    columns = node_columns("Task")
    wanted = [columns.index(name) for name in ("id", "plan_id", "number", "title")]
    rows = _read(work, statements.shared_nodes("Task"), rows=sorted({report.task_id for report in reports}))
    tasks = [[row[at] for at in wanted] for row in rows]
    known = Known(
        tasks={key: (plan, number, title) for key, plan, number, title in tasks},
        agencies=there("Agency", (report.agency_id for report in reports)),
        reports=there("Progress", (report.id for report in reports)),
        last=dict(_read(work, statements.last_orders(), rows=sorted({report.plan_id for report in reports}))),
    )
    added, nodes, reported, about = new_reports(reports, known, imported)
    names = node_columns("Progress")
    _make(work, statements.create_nodes("Progress"), [[node[name] for name in names] for node in nodes])
    for name, pairs in (("REPORTED", reported), ("REPORTS_ON", about)):
        [ends] = [each for each in ENDS if each[0] == name]
        _make(work, statements.create_edges(ends), pairs)
    end_turn(work)
    return added


def _reports_of(work: Work, plan: str) -> nx.MultiDiGraph:
    """Return the reports of a plan with its tasks, the agencies that reported and what these lead to."""
    held: Held = {}, {}
    nodes, edges = held
    nodes["Progress"] = _read(work, statements.read_nodes("Progress", plan=True), plan=plan)
    if nodes["Progress"]:
        nodes["Task"] = _read(work, statements.read_nodes("Task", plan=True), plan=plan)
        for ends in ENDS:
            if ends[0] in ("REPORTED", "REPORTS_ON"):
                edges[ends] = _read(work, statements.read_edges(ends, plan=True), plan=plan)
        agencies = sorted({row[0] for ends, rows in edges.items() if ends[0] == "REPORTED" for row in rows})
        reached = [key for [key] in _read(work, statements.lead_to(), rows=agencies)]
        for name in SHARED:
            nodes[name] = _read(work, statements.shared_nodes(name), rows=reached)
        for ends in ENDS:
            if {ends[1], ends[2]} <= SHARED:
                edges[ends] = _read(work, statements.edges_from(ends), rows=reached)
    return to_graph(as_frames(held))


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


def take_turn(work: Work) -> None:
    """Wait until no other writer is at work; none begins before this transaction ends."""
    work.run(f"MERGE (n:{statements.MARK}Writer {{id: 0}}) SET n.busy = true").consume()


def end_turn(work: Work) -> None:
    """Leave nothing of `take_turn` behind."""
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


def shared_rows(work: Work, shared: Mapping[tuple[str, ...], Values]) -> Rows:
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
        end for key in owned if len(key) == 5 for label, end in ((key[1], key[3]), (key[2], key[4])) if label in SHARED
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


def _by_label(rows: Mapping[tuple[str, ...], Values]) -> dict[str, list[Values]]:
    found: dict[str, list[Values]] = {}
    for key, row in rows.items():
        if len(key) == 2:
            found.setdefault(key[0], []).append(row)
    return found


def _by_ends(rows: Mapping[tuple[str, ...], Values]) -> dict[Ends, list[Values]]:
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
