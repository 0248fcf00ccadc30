"""What a load makes of the frames that an embedded store holds: which plans come, and which go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model.columns import node_columns
from graph.model.frames import Frames, Rows, by_plan, records, to_frames, without_plans
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
from graph.stores.store import LoadReport, Outcome, Revise, State

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Loading"]


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
        part = without_plans(to_frames(graph if self._revise is None else self._revise(graph)), ())
        if over is not None and over.id == card.id and self._holds(card.id, part):
            return Outcome(card, "unchanged", over, placed.beside)
        if over is not None:
            self._shelf.take(over.id)
            self.written.pop(over.id, None)
            self.gone.add(over.id)
        self._shelf.put(card)
        self.written[card.id] = part
        state: State = "added" if over is None else "replaced"
        return Outcome(card, state, over, placed.beside)

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
