"""A plan as rows: what comes from another process or machine comes so, and is written without becoming a graph.

Either the rows are at hand (`PlanContent`) or they lie among those of a batch (`PlanRows`). A store that takes frames asks for the rows of
many plans at once; whoever must change a plan asks for its graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from graph.model.columns import Ends, edge_columns, node_columns
from graph.model.same_plan import PlanCard, card_of

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.frames import Frames
    from graph.model.rows import Rows

_Row = tuple[Any, ...]
#: With what goes with it; some ten in plans of few owners a task.
_ROWS_OF_A_TASK = 20

__all__ = [
    "AnyPlan",
    "Batch",
    "PlanContent",
    "PlanRows",
    "content_of",
    "count_rows",
    "frames_of",
    "graph_of",
    "rows_by_kind",
]


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


@dataclass(frozen=True, eq=False)
class PlanContent:
    """What one plan says, in plain values: a process sends another one this at a third of what its graph costs.

    Attributes
    ----------
    card
        What tells it from others.
    owned, shared
        The rows of the plan itself, and of the shared nodes that it reaches with their relationships; see `graph.model.rows.rows_of`.
    """

    card: PlanCard
    owned: Rows
    shared: Rows

    @classmethod
    def of(cls, graph: nx.MultiDiGraph) -> PlanContent:
        """Return the content of the one plan of `graph`, which obeys the schema."""
        from graph.model.rows import rows_of

        return cls(card_of(graph), *rows_of(graph))


#: A plan in any form: a store takes all of them.
AnyPlan: TypeAlias = "nx.MultiDiGraph | PlanRows | PlanContent"


def content_of(graph: nx.MultiDiGraph) -> PlanContent:
    """Return the content of the one plan of a graph.

    Raises
    ------
    SchemaError
        If `graph` does not obey the schema, or has not exactly one plan.
    """
    from graph.model.check import check
    from graph.model.rows import plan_of

    check(graph)
    plan_of(graph)
    return PlanContent.of(graph)


def graph_of(plan: AnyPlan) -> nx.MultiDiGraph:
    """Return a plan as a graph."""
    if isinstance(plan, PlanRows):
        return plan.batch.graph(plan.at)
    if not isinstance(plan, PlanContent):
        return plan
    from graph.model.rows import graph_of_rows

    return graph_of_rows(*rows_by_kind([plan]))


def count_rows(plan: AnyPlan) -> int:
    """Return how many nodes and relationships a plan has; of one of a batch an estimate."""
    if isinstance(plan, PlanContent):
        return len(plan.owned) + len(plan.shared)
    if isinstance(plan, PlanRows):
        return _ROWS_OF_A_TASK * plan.card.tasks
    return int(plan.number_of_nodes() + plan.number_of_edges())


def frames_of(plans: Iterable[PlanRows | PlanContent]) -> Iterator[Frames]:
    """Yield the rows of some plans, those of neighbours together that are of one batch or of none."""
    for batch, group in groupby(plans, lambda plan: plan.batch if isinstance(plan, PlanRows) else None):
        if batch is not None:
            yield batch.frames([plan.at for plan in group if isinstance(plan, PlanRows)])
        else:
            yield _together([plan for plan in group if isinstance(plan, PlanContent)])


def _together(plans: Sequence[PlanContent]) -> Frames:
    """Return some plans as one graph; where two say something of one node or relationship, the later wins."""
    from graph.model.frames import Frames, frame

    nodes, edges = rows_by_kind(plans)
    return Frames(
        {name: frame(rows, node_columns(name)) for name, rows in nodes.items()},
        {ends: frame(rows, edge_columns(ends[0])) for ends, rows in edges.items()},
    )


def rows_by_kind(plans: Iterable[PlanContent]) -> tuple[dict[str, list[_Row]], dict[Ends, list[_Row]]]:
    """Return all rows by label, and by type and labels; where two plans have a row of one node or relationship, the later wins."""
    together: Rows = {}
    for plan in plans:
        together.update(plan.owned)
        together.update(plan.shared)
    nodes: dict[str, list[_Row]] = {}
    edges: dict[Ends, list[_Row]] = {}
    for key, row in together.items():
        if len(key) == 2:
            nodes.setdefault(key[0], []).append(row)
        else:
            edges.setdefault((key[0], key[1], key[2]), []).append(row)
    return nodes, edges
