"""What an embedded store holds, asked for piece by piece: a load looks at the plans that it may replace and at nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from graph.model.columns import ENDS, SHARED, Ends, edge_columns, node_columns
from graph.model.frames import Frames, frame
from graph.model.progress import ProgressReport
from graph.model.reports import Known
from graph.model.rows import Rows
from graph.model.same_plan import PlanCard, bare_title, card_from
from graph.model.schema import LABELS
from graph.stores.cypher import quoted
from graph.stores.embedded.engine import Engine

__all__ = ["OWNED_ENDS", "OWNED_LABELS", "SHARED_ENDS", "Held", "Titles", "owner"]

OWNED_LABELS = tuple(item.name for item in LABELS if not item.shared)
OWNED_ENDS = tuple(ends for ends in ENDS if not {ends[1], ends[2]} <= SHARED)
SHARED_ENDS = tuple(ends for ends in ENDS if {ends[1], ends[2]} <= SHARED)
_CARD = ("id", "title", "region", "number", "issued", "issuers", "draft", "source", "sha256", "part")


def owner(label: str) -> str:
    """Return the property that names the plan of a node that a plan owns."""
    return "id" if label == "Plan" else "plan_id"


class Titles:
    """The ids of the plans of a store by title. Read once a load, which then tells it what comes: a portion does not read all again."""

    def __init__(self, plans: Iterable[Sequence[Any]] = ()) -> None:
        self._ids: set[str] = set()
        self._titled: dict[str, list[str]] = {}
        for key, title in plans:
            self.put(key, title)

    def put(self, plan_id: str, title: str | None) -> None:
        """Add a plan; that one has gone need not be said."""
        self._ids.add(plan_id)
        self._titled.setdefault(bare_title(title or ""), []).append(plan_id)

    def near(self, cards: Iterable[PlanCard]) -> list[str]:
        """Return the ids of the plans that have the title or the id of one of some cards."""
        found: dict[str, None] = {}
        for card in cards:
            found.update(dict.fromkeys(self._titled.get(bare_title(card.title), ())))
            if card.id in self._ids:
                found[card.id] = None
        return list(found)


class Held:
    """Reads what one open file holds; without a file there is nothing."""

    def __init__(self, engine: Engine | None) -> None:
        self._engine = engine

    def titles(self) -> Titles:
        """Return which plans are there under which title."""
        return Titles(self._run("MATCH (p:Plan) RETURN p.id, p.title"))

    def cards(self, near: Sequence[str]) -> list[PlanCard]:
        """Return the cards of some plans, as far as they are there."""
        returns = ", ".join(f"p.{name}" for name in _CARD)
        plans = [dict(zip(_CARD, row, strict=True)) for row in self._of("Plan", near, f"p.id IN $ids RETURN {returns}")]
        texts: dict[str, dict[str, list[str | None]]] = {key: {"Task": [], "Target": []} for key in near}
        for label, column in (("Task", "title"), ("Target", "text")):
            for plan, text in self._of(label, near, f"p.plan_id IN $ids RETURN p.plan_id, p.{column}"):
                texts[plan][label].append(text)
        return [card_from(plan, texts[plan["id"]]["Task"], texts[plan["id"]]["Target"]) for plan in plans]

    def owned(self, plans: Collection[str]) -> dict[str, Rows]:
        """Return the rows of what each of some plans owns; a relationship belongs to the plan that owns one of its ends."""
        found: dict[str, Rows] = {plan: {} for plan in plans}
        ids = sorted(plans)
        for name in OWNED_LABELS:
            columns = node_columns(name)
            at = columns.index(owner(name))
            for row in self._of(name, ids, f"p.{owner(name)} IN $ids RETURN {_values('p', columns)}"):
                found[row[at]][name, row[0]] = tuple(row)
        for ends in OWNED_ENDS:
            mine = "a" if ends[1] not in SHARED else "b"
            plan = f"{mine}.{owner(ends[1] if mine == 'a' else ends[2])}"
            text = f"MATCH {_pattern(ends)} WHERE {plan} IN $ids RETURN {plan}, {_edge_values(ends)}"
            for key, *row in self._run(text, ids):
                found[key][(*ends, row[0], row[1])] = tuple(row)
        return found

    def shared(self, wanted: Iterable[tuple[str, ...]]) -> Rows:
        """Return the rows of shared nodes, and of relationships among them, that are there under some keys."""
        keys = set(wanted)
        rows: Rows = {}
        for name in sorted(SHARED):
            ids = sorted(key[1] for key in keys if len(key) == 2 and key[0] == name)
            for row in self._by_id(name, ids, _values("n", node_columns(name))):
                rows[name, row[0]] = tuple(row)
        for ends in SHARED_ENDS:
            ids = sorted({key[3] for key in keys if len(key) == 5 and key[:3] == ends})
            for row in self.leading(ends, ids):
                rows[(*ends, row[0], row[1])] = tuple(row)
        return {key: row for key, row in rows.items() if key in keys}

    def leading(self, ends: Ends, sources: Sequence[str]) -> list[list[Any]]:
        """Return the relationships of one kind that start from some nodes, with their properties."""
        text = f"UNWIND $ids AS key MATCH {_pattern(ends, 'id: key')} RETURN {_edge_values(ends)}"
        return self._run(text, sources)

    def reports(self, plan: str) -> Frames:
        """Return the reports of a plan with its tasks, the agencies that reported and whatever these lead to."""
        progress = self._of("Progress", [plan], f"p.plan_id IN $ids RETURN {_values('p', node_columns('Progress'))}")
        if not progress:
            return Frames()
        tasks = self._of("Task", [plan], f"p.plan_id IN $ids RETURN {_values('p', node_columns('Task'))}")
        nodes = {"Progress": progress, "Task": tasks}
        edges: dict[Ends, list[list[Any]]] = {}
        for ends in ENDS:
            if ends[0] in ("REPORTED", "REPORTS_ON"):
                mine = "a" if ends[1] == "Progress" else "b"
                text = f"MATCH {_pattern(ends)} WHERE {mine}.plan_id IN $ids RETURN {_edge_values(ends)}"
                edges[ends] = self._run(text, [plan])
        agencies = {row[0] for ends, rows in edges.items() if ends[0] == "REPORTED" for row in rows}
        reached = self.reached(agencies)
        for name in SHARED:
            nodes[name] = self._by_id(name, sorted(reached), _values("n", node_columns(name)))
        for ends in SHARED_ENDS:
            edges[ends] = self.leading(ends, sorted(reached))
        return Frames(
            {name: frame(rows, node_columns(name)) for name, rows in nodes.items()},
            {ends: frame(rows, edge_columns(ends[0])) for ends, rows in edges.items()},
        )

    def reached(self, ids: Iterable[str]) -> set[str]:
        """Return some shared nodes and all that they lead to along relationships among shared nodes."""
        found: set[str] = set()
        waiting = set(ids)
        while waiting:
            found |= waiting
            ahead = {row[1] for ends in SHARED_ENDS for row in self.leading(ends, sorted(waiting))}
            waiting = ahead - found
        return found

    def known(self, reports: Sequence[ProgressReport]) -> Known:
        """Return what a store knows of the tasks, agencies and reports that some reports name."""
        tasks = sorted({report.task_id for report in reports})
        plans = sorted({report.plan_id for report in reports})
        last: dict[str, int] = {}
        for plan, order in self._of("Progress", plans, "p.plan_id IN $ids RETURN p.plan_id, p.`order`"):
            last[plan] = max(order, last.get(plan, 0))
        return Known(
            tasks={
                row[0]: (row[1], row[2], row[3])
                for row in self._by_id("Task", tasks, "n.id, n.plan_id, n.number, n.title")
            },
            agencies=self.there("Agency", {report.agency_id for report in reports}),
            reports=self.there("Progress", {report.id for report in reports}),
            last=last,
        )

    def there(self, label: str, ids: Iterable[str]) -> set[str]:
        """Return which of some ids are there."""
        return {key for [key] in self._by_id(label, sorted(ids), "n.id")}

    def _by_id(self, label: str, ids: Sequence[str], returns: str) -> list[list[Any]]:
        return self._run(f"UNWIND $ids AS key MATCH (n:{quoted(label)} {{id: key}}) RETURN {returns}", ids)

    def _of(self, label: str, ids: Sequence[str], rest: str) -> list[list[Any]]:
        return self._run(f"MATCH (p:{quoted(label)}) WHERE {rest}", ids)

    def _run(self, text: str, ids: Sequence[str] | None = None) -> list[list[Any]]:
        # An empty list has no type there.
        if self._engine is None or (ids is not None and not ids):
            return []
        return self._engine.run(text, {} if ids is None else {"ids": list(ids)})[1]


def _pattern(ends: Ends, start: str = "") -> str:
    name, source, target = map(quoted, ends)
    inside = f" {{{start}}}" if start else ""
    return f"(a:{source}{inside})-[r:{name}]->(b:{target})"


def _values(variable: str, names: Iterable[str]) -> str:
    return ", ".join(f"{variable}.{quoted(name)}" for name in names)


def _edge_values(ends: Ends) -> str:
    return ", ".join(["a.id", "b.id", *(f"r.{quoted(name)}" for name in edge_columns(ends[0])[2:])])
