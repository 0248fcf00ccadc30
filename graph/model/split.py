"""A graph of many plans as one graph a plan, which is what a store loads.

Shared nodes (agencies, industries, regions) stand in the graph of every plan that reaches them, as they
do when plans are read one by one; see `graph.model.frames.without_plans` for what reaching means.
"""

from __future__ import annotations

from typing import Any

import networkx as nx

from graph.model.columns import SHARED

__all__ = ["split"]

Edge = tuple[str, str, str, dict[str, Any]]


def split(graph: nx.MultiDiGraph) -> dict[str, nx.MultiDiGraph]:
    """Return the id of each plan with the graph of that plan alone.

    Parameters
    ----------
    graph
        A property graph that obeys the schema, such as a store gives. Shared nodes that no plan reaches are left out;
        no store holds any.

    Examples
    --------
    >>> graph = nx.MultiDiGraph()
    >>> for key in ("plan-1", "plan-2"):
    ...     graph.add_node(key, label="Plan", id=key)
    >>> {key: list(part) for key, part in split(graph).items()}
    {'plan-1': ['plan-1'], 'plan-2': ['plan-2']}
    """
    owners = {key: _owner(key, data) for key, data in graph.nodes(data=True)}
    parts: dict[str, nx.MultiDiGraph] = {}
    for key, owner in owners.items():
        if owner is not None:
            parts.setdefault(owner, nx.MultiDiGraph()).add_node(key, **graph.nodes[key])
    ways: dict[str, list[Edge]] = {}
    found: dict[str, list[Edge]] = {plan: [] for plan in parts}
    for edge in graph.edges(keys=True, data=True):
        owner = owners[edge[0]] or owners[edge[1]]
        if owner is None:
            ways.setdefault(edge[0], []).append(edge)
        else:
            found[owner].append(edge)
    for plan, part in parts.items():
        _fill(part, found[plan], graph, ways)
    return parts


def _owner(key: str, data: dict[str, Any]) -> str | None:
    if data["label"] in SHARED:
        return None
    return key if data["label"] == "Plan" else str(data["plan_id"])


def _fill(part: nx.MultiDiGraph, edges: list[Edge], graph: nx.MultiDiGraph, ways: dict[str, list[Edge]]) -> None:
    """Add `edges`, the shared nodes at their ends, and whatever shared nodes these lead to."""
    while edges:
        source, target, kind, data = edges.pop()
        for key in (source, target):
            if key not in part:
                part.add_node(key, **graph.nodes[key])
                edges += ways.get(key, [])
        part.add_edge(source, target, key=kind, **data)
