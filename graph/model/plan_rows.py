"""A plan as rows among those of a batch: what is read on other machines comes so, and is written without becoming a graph.

A store that takes frames asks for the rows of many plans at once; whoever must change a plan asks for its graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from graph.model.same_plan import PlanCard

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.frames import Frames

__all__ = ["Batch", "PlanRows", "frames_of", "graph_of"]


class Batch(Protocol):
    """Plans kept as rows, each under its place; they were checked against the schema when they were kept."""

    def graph(self, at: int) -> nx.MultiDiGraph:
        """Return the graph of one plan."""

    def frames(self, places: Sequence[int]) -> Frames:
        """Return some plans as one graph; where two say something of one node or relationship, the later wins."""


@dataclass(frozen=True, eq=False)
class PlanRows:
    """One plan of a batch.

    Attributes
    ----------
    card
        What tells it from others.
    batch
        Where its rows are.
    at
        Its place there.
    """

    card: PlanCard
    batch: Batch
    at: int


def graph_of(plan: nx.MultiDiGraph | PlanRows) -> nx.MultiDiGraph:
    """Return a plan as a graph."""
    return plan.batch.graph(plan.at) if isinstance(plan, PlanRows) else plan


def frames_of(plans: Iterable[PlanRows | Frames]) -> Iterator[Frames]:
    """Yield the rows of some plans, neighbours of one batch together."""
    run: list[PlanRows] = []
    for plan in plans:
        if run and not (isinstance(plan, PlanRows) and plan.batch is run[0].batch):
            yield _together(run)
            run = []
        if isinstance(plan, PlanRows):
            run.append(plan)
        else:
            yield plan
    if run:
        yield _together(run)


def _together(run: Sequence[PlanRows]) -> Frames:
    return run[0].batch.frames([plan.at for plan in run])
