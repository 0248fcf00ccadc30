"""What of a map is drawn: every thing and every relationship, or in an overview agencies and plans only.

An overview leaves nothing out of the page. One line stands for all that an agency does in a plan, and the
page lists what it stands for; only the number of shapes grows with plans instead of tasks.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.model.schema import RESPONSIBILITIES
from viz.model import Map, Node
from viz.style import NODES, edge_style

__all__ = ["Scene", "Shape", "agencies_and_plans", "everything", "responsibilities"]

_OWNING = {item.name for item in RESPONSIBILITIES}


@dataclass(frozen=True)
class Shape:
    """One shape. `id` is the index of its node in the map; plans, which are no nodes, are counted on from there."""

    id: int
    kind: str
    hollow: bool
    size: float


@dataclass(frozen=True)
class Scene:
    """Shapes and the lines between them, as pairs of indexes of shapes, each with how strongly it pulls.

    `sides` says of which of two kinds each shape is, if lines only join one kind to the other.
    """

    shapes: list[Shape]
    lines: list[tuple[int, int]]
    pulls: list[float]
    sides: list[bool] | None = None


def everything(content: Map) -> Scene:
    """Return the scene with a shape for every node and a line for every relationship."""
    degree = Counter(i for edge in content.edges for i in (edge.source, edge.target))
    return Scene(
        shapes=[_shape(i, node, degree[i]) for i, node in enumerate(content.nodes)],
        lines=[(edge.source, edge.target) for edge in content.edges],
        pulls=[edge_style(edge.kind).pull for edge in content.edges],
    )


def responsibilities(content: Map) -> tuple[list[int], Scene]:
    """Return the indexes of agencies, tasks and targets with an owner, and the scene of these and who answers for them.

    This is what is to be seen first: who leads. Industries and the other targets wait in a wider picture, `everything`.
    """
    owned = {edge.target for edge in content.edges if edge.kind in _OWNING}
    kept = [i for i, node in enumerate(content.nodes) if node.kind in {"Agency", "Task"} or i in owned]
    place = {i: at for at, i in enumerate(kept)}
    edges = [edge for edge in content.edges if edge.kind in _OWNING and edge.source in place and edge.target in place]
    degree = Counter(i for edge in content.edges for i in (edge.source, edge.target))
    return kept, Scene(
        shapes=[_shape(i, content.nodes[i], degree[i]) for i in kept],
        lines=[(place[edge.source], place[edge.target]) for edge in edges],
        pulls=[edge_style(edge.kind).pull for edge in edges],
    )


def agencies_and_plans(content: Map) -> Scene:
    """Return the scene of agencies and plans, a line for each agency that answers for something in a plan.

    Examples
    --------
    >>> from viz.model import Edge, Plan
    >>> agency, task = (Node(kind, "", "", False, plan, [], [], [], {}) for kind, plan in (("Agency", None), ("Task", 0)))
    >>> scene = agencies_and_plans(Map([agency, task], [Edge(0, 1, "LEADS", {})], [Plan("", None, {}, [])], {}))
    >>> [shape.kind for shape in scene.shapes], scene.lines
    (['Agency', 'Plan'], [(0, 1)])
    """
    agencies = [i for i, node in enumerate(content.nodes) if node.kind == "Agency"]
    place = {i: at for at, i in enumerate(agencies)}
    duties: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for edge in content.edges:
        plan = content.nodes[edge.target].plan
        if edge.kind in _OWNING and plan is not None:
            duties[place[edge.source], len(agencies) + plan].add(edge.target)
    lines = sorted(duties)
    weight: Counter[int] = Counter()
    for agency, plan in lines:
        weight[agency] += len(duties[agency, plan])
    tasks = Counter(node.plan for node in content.nodes if node.kind == "Task")
    return Scene(
        shapes=[_shape(i, content.nodes[i], weight[place[i]]) for i in agencies]
        + [
            Shape(len(content.nodes) + plan, "Plan", False, _grown("Plan", tasks[plan]))
            for plan in range(len(content.plans))
        ],
        lines=lines,
        pulls=[math.sqrt(len(duties[line])) for line in lines],
        sides=[True] * len(agencies) + [False] * len(content.plans),
    )


def _shape(i: int, node: Node, degree: int) -> Shape:
    return Shape(i, node.kind, node.hollow, _grown(node.kind, degree))


def _grown(kind: str, degree: int) -> float:
    grow = {"Agency": 2.4, "Plan": 1.6, "Industry": 1.2}.get(kind, 0.6)
    return round(min(NODES[kind].size + grow * math.sqrt(degree), 30.0), 1)
