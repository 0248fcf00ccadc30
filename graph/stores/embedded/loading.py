"""What a load makes of what an embedded store holds: which plans come, and which go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.model.columns import ENDS, SHARED, node_columns
from graph.model.frames import Frames, frame, merge, to_graph, without_plans
from graph.model.plan_rows import AnyPlan, PlanContent, PlanRows, frames_of, graph_of
from graph.model.reports import Added, carry, new_reports
from graph.model.same_plan import Editions, PlanCard, Shelf, card_of, place, renamed
from graph.stores.embedded.held import Held, Titles
from graph.stores.store import LoadReport, Outcome, Revise, State

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.progress import ProgressReport
    from graph.model.rows import Rows

__all__ = ["Loading", "new_progress"]


class Loading:
    """Decides plan by plan, in the order given.

    Attributes
    ----------
    written
        The plans to write, by id.
    gone
        Ids of held plans that give way.
    report
        What became of each plan.
    """

    def __init__(
        self,
        held: Held,
        plans: Sequence[AnyPlan],
        editions: Editions,
        revise: Revise | None = None,
        titles: Titles | None = None,
    ) -> None:
        self._held = held
        self._revise = revise
        self.written: dict[str, PlanRows | PlanContent] = {}
        self.gone: set[str] = set()
        self.report = LoadReport()
        self._owned: dict[str, Rows] | None = None
        cards = [plan.card if isinstance(plan, PlanRows | PlanContent) else card_of(plan) for plan in plans]
        titles = held.titles() if titles is None else titles
        near = held.cards(titles.near(cards))
        self._near = {card.id for card in near}
        self._shelf = Shelf(near)
        for plan, card in zip(plans, cards, strict=True):
            self.report.outcomes.append(self._load(plan, card, editions))
        for each in self.report.outcomes:
            if each.plan.id in self.written:
                titles.put(each.plan.id, each.plan.title)

    def frames(self) -> Frames:
        """Return all that is written."""
        return merge(frames_of(self.written.values()))

    def _load(self, plan: AnyPlan, card: PlanCard, editions: Editions) -> Outcome:
        placed = place(card, self._shelf, editions)
        card, over = placed.card, placed.over
        if placed.older:
            return Outcome(card, "older", over, placed.beside)
        if isinstance(plan, PlanRows | PlanContent) and card.id == plan.card.id and self._revise is None:
            if over is None:
                self._shelf.put(card)
                self.written[card.id] = plan
                return Outcome(card, "added", None, placed.beside)
            content = _content(plan)
        else:
            graph = renamed(graph_of(plan), card.id)
            content = PlanContent.of(graph if self._revise is None else self._revise(graph))
        astray: list[str] = []
        if over is not None and (reports := self._reports_of(over.id)):
            graph, astray = carry(graph_of(content), reports)
            content = PlanContent.of(graph)
        if over is not None and over.id == card.id and self._holds(card.id, content):
            return Outcome(card, "unchanged", over, placed.beside)
        if over is not None:
            self._shelf.take(over.id)
            self.written.pop(over.id, None)
            self.gone.add(over.id)
        self._shelf.put(card)
        self.written[card.id] = content
        state: State = "added" if over is None else "replaced"
        return Outcome(card, state, over, placed.beside, tuple(astray))

    def _holds(self, plan: str, new: PlanContent) -> bool:
        """Return whether the plan is there already as `new` has it, with what it says of shared nodes."""
        if plan in self.written:
            there = _content(self.written[plan])
            owned, shared = there.owned, there.shared
        else:
            if self._owned is None:
                self._owned = self._held.owned(self._near)
            owned = self._owned.get(plan, {})
            shared = self._held.shared(new.shared) if new.owned == owned else {}
        return new.owned == owned and all(shared.get(key) == row for key, row in new.shared.items())

    def _reports_of(self, plan: str) -> nx.MultiDiGraph:
        """Return the reports of a plan with its tasks, the agencies that reported and what these lead to."""
        if plan in self.written:
            return to_graph(without_plans(_reports_in(self._frames_of(plan), plan), ()))
        return to_graph(without_plans(self._held.reports(plan), ()))

    def _frames_of(self, plan: str) -> Frames:
        return next(frames_of([self.written[plan]]))


def _content(plan: PlanRows | PlanContent) -> PlanContent:
    return plan if isinstance(plan, PlanContent) else PlanContent.of(graph_of(plan))


def _reports_in(held: Frames, plan: str) -> Frames:
    """Return of the frames of plans the reports of one, its tasks, and what is shared."""
    part = Frames()
    if "Progress" not in held.nodes:
        return part
    mine = held.nodes["Progress"]
    mine = mine[mine["plan_id"] == plan]
    if len(mine):
        tasks = held.nodes["Task"]
        part.nodes = {
            "Progress": mine,
            "Task": tasks[tasks["plan_id"] == plan],
            **{name: rows for name, rows in held.nodes.items() if name in SHARED},
        }
        part.edges = {
            ends: rows
            for ends, rows in held.edges.items()
            if {ends[1], ends[2]} <= SHARED or ends[0] in ("REPORTED", "REPORTS_ON")
        }
        kept = set(mine["id"])
        part.edges = {
            ends: rows[rows["to" if ends[0] == "REPORTED" else "from"].isin(kept)] if "Progress" in ends else rows
            for ends, rows in part.edges.items()
        }
    return part


def new_progress(held: Held, reports: Sequence[ProgressReport], imported: str) -> tuple[Added, Frames]:
    """Return what becomes of some reports, and the frames of those that are new."""
    added, nodes, reported, about = new_reports(reports, held.known(reports), imported)
    columns = node_columns("Progress")
    new = Frames({"Progress": frame([[node[name] for name in columns] for node in nodes], columns)})
    for name, pairs in (("REPORTED", reported), ("REPORTS_ON", about)):
        [ends] = [each for each in ENDS if each[0] == name]
        new.edges[ends] = frame(pairs, ["from", "to"])
    return added, new
