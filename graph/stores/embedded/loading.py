"""What a load makes of the frames that an embedded store holds: which plans come, and which go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model.columns import ENDS, node_columns
from graph.model.frames import Frames, Rows, by_plan, frame, merge, records, to_frames, to_graph, without_plans
from graph.model.reports import Added, Known, carry, new_reports
from graph.model.same_plan import (
    Editions,
    PlanCard,
    Shelf,
    bare_title,
    card_from,
    card_of,
    place,
    renamed,
)
from graph.model.schema import LABELS
from graph.stores.store import LoadReport, Outcome, Revise, State

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.progress import ProgressReport

__all__ = ["Loading", "with_reports"]

_SHARED = frozenset(item.name for item in LABELS if item.shared)


class Loading:
    """Decides plan by plan, in the order given.

    Attributes
    ----------
    held
        What the store held.
    written
        The frames of the plans to write, by id.
    gone
        Ids of held plans that give way.
    report
        What became of each plan.
    """

    def __init__(
        self, held: Frames, plans: Sequence[nx.MultiDiGraph], editions: Editions, revise: Revise | None = None
    ) -> None:
        self.held = held
        self._revise = revise
        self.written: dict[str, Frames] = {}
        self.gone: set[str] = set()
        self.report = LoadReport()
        self._rows: tuple[dict[str, Rows], Rows] | None = None
        cards = [card_of(graph) for graph in plans]
        self._shelf = Shelf(_cards(held, cards))
        for graph, card in zip(plans, cards, strict=True):
            self.report.outcomes.append(self._load(graph, card, editions))

    def _load(self, graph: nx.MultiDiGraph, card: PlanCard, editions: Editions) -> Outcome:
        placed = place(card, self._shelf, editions)
        card, over = placed.card, placed.over
        if placed.older:
            return Outcome(card, "older", over, placed.beside)
        graph = renamed(graph, card.id)
        graph = graph if self._revise is None else self._revise(graph)
        astray: list[str] = []
        if over is not None:
            graph, astray = carry(graph, _reports_of(self.written.get(over.id, self.held), over.id))
        part = without_plans(to_frames(graph), ())
        if over is not None and over.id == card.id and self._holds(card.id, part):
            return Outcome(card, "unchanged", over, placed.beside)
        if over is not None:
            self._shelf.take(over.id)
            self.written.pop(over.id, None)
            self.gone.add(over.id)
        self._shelf.put(card)
        self.written[card.id] = part
        state: State = "added" if over is None else "replaced"
        return Outcome(card, state, over, placed.beside, tuple(astray))

    def _holds(self, plan: str, part: Frames) -> bool:
        """Return whether the plan is there already as `part` has it, with what it says of shared nodes."""
        new, reached = by_plan(part)
        if plan in self.written:
            owned, shared = by_plan(self.written[plan])
        else:
            self._rows = self._rows or by_plan(self.held)
            owned, shared = self._rows
        return new[plan] == owned.get(plan) and all(shared.get(key) == row for key, row in reached.items())


def _cards(held: Frames, wanted: Sequence[PlanCard]) -> list[PlanCard]:
    """Return the cards of the held plans that have the title or the id of one that is wanted."""
    if "Plan" not in held.nodes:
        return []
    titles = {bare_title(card.title) for card in wanted}
    ids = {card.id for card in wanted}
    columns = node_columns("Plan")
    plans = [dict(zip(columns, row, strict=True)) for row in records(held.nodes["Plan"])]
    near = {plan["id"]: plan for plan in plans if plan["id"] in ids or bare_title(plan.get("title") or "") in titles}
    texts: dict[str, dict[str, list[str | None]]] = {key: {"Task": [], "Target": []} for key in near}
    for label, column in (("Task", "title"), ("Target", "text")):
        if near and label in held.nodes:
            rows = held.nodes[label]
            for plan, text in zip(rows["plan_id"].tolist(), rows[column].tolist(), strict=True):
                if plan in texts:
                    texts[plan][label].append(text)
    return [card_from(plan, texts[key]["Task"], texts[key]["Target"]) for key, plan in near.items()]


def _reports_of(held: Frames, plan: str) -> nx.MultiDiGraph:
    """Return the reports of a plan with its tasks, the agencies that reported and what these lead to."""
    part = Frames()
    if "Progress" in held.nodes:
        mine = held.nodes["Progress"]
        mine = mine[mine["plan_id"] == plan]
        if len(mine):
            tasks = held.nodes["Task"]
            part.nodes = {
                "Progress": mine,
                "Task": tasks[tasks["plan_id"] == plan],
                **{name: rows for name, rows in held.nodes.items() if name in _SHARED},
            }
            part.edges = {
                ends: rows
                for ends, rows in held.edges.items()
                if {ends[1], ends[2]} <= _SHARED or ends[0] in ("REPORTED", "REPORTS_ON")
            }
            kept = set(mine["id"])
            part.edges = {
                ends: rows[rows["to" if ends[0] == "REPORTED" else "from"].isin(kept)] if "Progress" in ends else rows
                for ends, rows in part.edges.items()
            }
    return to_graph(without_plans(part, ()))


def with_reports(held: Frames, reports: Sequence[ProgressReport], imported: str) -> tuple[Added, Frames]:
    """Return what becomes of some reports, and the frames with those that are new."""
    tasks = zip(*(held.nodes["Task"][name].tolist() for name in ("id", "plan_id", "number", "title")), strict=True)
    there = held.nodes["Progress"]
    last: dict[str, int] = {}
    for plan, order in zip(there["plan_id"].tolist(), there["order"].tolist(), strict=True):
        last[plan] = max(order, last.get(plan, 0))
    known = Known(
        tasks={key: (plan, number, title) for key, plan, number, title in tasks},
        agencies=set(held.nodes["Agency"]["id"]),
        reports=set(there["id"]),
        last=last,
    )
    added, nodes, reported, about = new_reports(reports, known, imported)
    columns = node_columns("Progress")
    new = Frames({"Progress": frame([[node[name] for name in columns] for node in nodes], columns)})
    for name, pairs in (("REPORTED", reported), ("REPORTS_ON", about)):
        [ends] = [each for each in ENDS if each[0] == name]
        new.edges[ends] = frame(pairs, ["from", "to"])
    return added, merge([held, new])
