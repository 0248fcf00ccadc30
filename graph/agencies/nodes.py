"""Agencies and regions as nodes of a property graph: the one place that says what stands on them.

Shared nodes are pure functions of their identity, whoever adds them: the builder of a plan
or an override.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx as nx

from graph.agencies.names import aliases, functional_line, is_collective, kind
from graph.agencies.regions import chain
from graph.agencies.resolve import resolve
from graph.model.identity import make_id

__all__ = ["add_agency", "add_node", "add_region", "agency_id"]


def add_node(graph: nx.MultiDiGraph, key: str, label: str, **properties: Any) -> str:
    """Add a node with the properties that are known, and return its id."""
    graph.add_node(key, label=label, id=key, **{name: value for name, value in properties.items() if value is not None})
    return key


def add_region(graph: nx.MultiDiGraph, name: str) -> str:
    """Add a region and those above it, and return its id."""
    keys = [
        add_node(
            graph, make_id("Region", each.code or each.name), "Region", name=each.name, level=each.level, code=each.code
        )
        for each in chain(name)
    ]
    for lower, upper in pairwise(keys):
        if not graph.has_edge(lower, upper, key="WITHIN"):
            graph.add_edge(lower, upper, key="WITHIN")
    return keys[0] if keys else add_node(graph, make_id("Region", name), "Region", name=name)


def agency_id(name: str, plan_id: str, region: str | None, level: str | None) -> str:
    """Return the id of the agency that `name` means in a plan; without a region the name means this plan's body only."""
    return resolve(name, region, level).id if region else make_id("Agency", plan_id, name)


def add_agency(graph: nx.MultiDiGraph, name: str, plan_id: str, region: str | None, level: str | None) -> str:
    """Add the agency that `name` means in a plan of `region`, and return its id.

    Everything on the node follows from its region and official name; what the plan says of it stands on relationships.
    """
    if region is None:
        return add_node(
            graph,
            agency_id(name, plan_id, None, level),
            "Agency",
            name=name,
            kind="collective" if is_collective(name) else kind(name),
            functional_line=functional_line(name),
            aliases=aliases(name),
        )
    found = resolve(name, region, level)
    # The aliases of the official name, not of this spelling of it: two plans must not differ on a shared node.
    official = resolve(found.canonical, found.region)
    add_node(
        graph,
        found.id,
        "Agency",
        name=found.canonical,
        region=found.region,
        level=found.level,
        kind=found.kind,
        functional_line=found.functional_line,
        aliases=list(official.aliases if official.id == found.id else aliases(found.canonical)),
    )
    above = add_region(graph, found.region)
    if not graph.has_edge(found.id, above, key="IN"):
        graph.add_edge(found.id, above, key="IN")
    return found.id
