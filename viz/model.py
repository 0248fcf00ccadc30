"""A property graph as the page needs it: what is drawn, what is said of it, in a fixed order.

Agencies, tasks, industries and targets are drawn, with every relationship between two
of them. Plans, sections, regions and mentions are not: they become facts of what is drawn.
Order depends on content only, so one graph gives one page whatever store it comes from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.model.check import check
from graph.model.schema import RESPONSIBILITIES, label, relationship

__all__ = ["DRAWN", "PROGRESS", "Edge", "Map", "Node", "Plan", "read"]

DRAWN = ("Agency", "Task", "Industry", "Target")
#: Facts of a task that no property holds: its light, and the line that the panel shows.
PROGRESS = ("light", "progress")
_OWNING = {item.name for item in RESPONSIBILITIES}
_LABEL_LENGTH = 16
#: Properties that serve the machine, not the reader.
_SILENT = {"id", "plan_id", "start", "end", "order", "stored_text", "sha256"}


@dataclass(frozen=True)
class Node:
    """One drawn thing. `plan` is an index into the plans of the map; `hollow` marks collectives and ownerless tasks."""

    kind: str
    name: str
    short: str
    hollow: bool
    plan: int | None
    years: list[int]
    path: list[str]
    mentions: list[dict[str, Any]]
    facts: dict[str, Any]


@dataclass(frozen=True)
class Edge:
    """One drawn relationship between nodes given by index."""

    source: int
    target: int
    kind: str
    facts: dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """A plan and the trigger words in it that nobody read, wherever they stand."""

    title: str
    region: str | None
    facts: dict[str, Any]
    mentions: list[dict[str, Any]]


@dataclass(frozen=True)
class Map:
    """Everything a page shows. `omitted` counts the nodes that are not drawn, by label; `focus` is what it opens on."""

    nodes: list[Node]
    edges: list[Edge]
    plans: list[Plan]
    omitted: dict[str, int]
    focus: int | None = None


def read(
    graph: nx.MultiDiGraph, progress: Mapping[str, tuple[str, str]] | None = None, *, focus: str | None = None
) -> Map:
    """Return what a page shows of `graph`.

    Parameters
    ----------
    graph
        A property graph as `graph.model.schema` describes it, or a subgraph of one.
    progress
        Id of a task to its light (red, yellow, green, grey) and to the line that a panel shows of it.
    focus
        Id of the node that the page opens on; one that is not drawn is none.

    Raises
    ------
    SchemaError
        If the graph does not obey the schema.
    """
    check(graph)
    plans = _plan_ids(graph)
    keys = sorted(
        (key for key, kind in graph.nodes(data="label") if kind in DRAWN),
        key=lambda key: _place(graph, plans, key),
    )
    index = {key: i for i, key in enumerate(keys)}
    ends = sorted(
        (index[source], index[target], kind)
        for source, target, kind in graph.edges(keys=True)
        if source in index and target in index
    )
    mentions: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in graph.nodes.values():
        if item["label"] == "UnreadTrigger":
            mentions[item.get("plan_id")].append(item)
    several = len({graph.nodes[key].get("region") for key in keys if graph.nodes[key]["label"] == "Agency"}) > 1
    return Map(
        nodes=[_node(graph, plans, key, several, (progress or {}).get(key)) for key in keys],
        edges=[
            Edge(
                i, j, kind, _facts(relationship(kind).properties, graph.edges[keys[i], keys[j], kind], keep_order=True)
            )
            for i, j, kind in ends
        ],
        plans=[_plan(graph, key, mentions[key]) for key in plans],
        omitted=dict(Counter(kind for _, kind in sorted(graph.nodes(data="label")) if kind not in DRAWN)),
        focus=index.get(focus) if focus else None,
    )


def _plan_ids(graph: nx.MultiDiGraph) -> dict[str, int]:
    """Return the index of every plan, of those too that a subgraph names but does not hold."""
    ids = {data.get("plan_id") for _, data in graph.nodes(data=True)} - {None}
    ids |= {key for key, kind in graph.nodes(data="label") if kind == "Plan"}
    ordered = sorted(ids, key=lambda key: (graph.nodes.get(key, {}).get("title") or key, key))
    return {key: i for i, key in enumerate(ordered)}


def _place(graph: nx.MultiDiGraph, plans: dict[str, int], key: str) -> tuple[Any, ...]:
    data = graph.nodes[key]
    kind = DRAWN.index(data["label"])
    if data.get("plan_id") in plans:
        return (kind, plans[data["plan_id"]], data.get("order") or 0, "", "", key)
    return (kind, -1, 0, data.get("region") or "", data.get("name") or "", key)


def _plan(graph: nx.MultiDiGraph, key: str, mentions: list[dict[str, Any]]) -> Plan:
    data = graph.nodes.get(key, {})
    region = data.get("region")
    if not region:
        region = next(
            (graph.nodes[end].get("name") for _, end, kind in graph.out_edges(key, keys=True) if kind == "APPLIES_TO"),
            None,
        )
    return Plan(
        title=data.get("title") or key,
        region=region,
        facts=_facts(label("Plan").properties, data),
        mentions=_mentions(mentions),
    )


def _node(
    graph: nx.MultiDiGraph, plans: dict[str, int], key: str, regions: bool, progress: tuple[str, str] | None
) -> Node:
    data = graph.nodes[key]
    kind = data["label"]
    return Node(
        kind=kind,
        name=_name(graph, key),
        short=_short(_name(graph, key), data, regions),
        hollow=data.get("kind") == "collective" if kind == "Agency" else kind == "Task" and not _has_owner(graph, key),
        plan=plans.get(data.get("plan_id")),
        years=sorted(_years(graph, key)),
        path=_path(graph, key),
        mentions=_mentions(
            [graph.nodes[end] for _, end, kind in graph.out_edges(key, keys=True) if kind == "LEAVES_UNREAD"]
        ),
        facts=_facts(label(kind).properties, data) | (dict(zip(PROGRESS, progress, strict=True)) if progress else {}),
    )


def _name(graph: nx.MultiDiGraph, key: str) -> str:
    """Return what people call it; for an agency the name that most tasks use, for readers know the plan's own words."""
    data = graph.nodes[key]
    if data["label"] == "Target":
        return str(data.get("metric") or data.get("text") or data["id"])
    if data["label"] == "Agency":
        used = Counter(name for _, _, name in graph.out_edges(key, data="name") if name)
        if used:
            return str(min(used, key=lambda name: (-used[name], name)))
    return str(data.get("name") or data.get("title") or data.get("text") or data["id"])


def _short(name: str, data: dict[str, Any], regions: bool) -> str:
    """Return the words beside the node: they only help to find it, the panel has everything.

    Agencies carry their region if the map holds several: 市财政局 of two cities are two agencies.
    A ministry's name already says that it is of the state.
    """
    if data["label"] == "Agency":
        region = data.get("region")
        plain = not regions or not region or region in name or (region == "全国" and data.get("kind") == "body")
        return name if plain else f"{name}·{region}"
    if data["label"] == "Task":
        number = (data.get("number") or "").rpartition("/")[2]
        part = f"〔{data['part']}〕" if (data.get("of") or 1) > 1 and data.get("part") else ""
        text = f"{number}{part} {name}".strip()
    elif data["label"] == "Target" and data.get("value") is not None:
        text = f"{name[: _LABEL_LENGTH - 6]} {data['value']:g}{data.get('unit') or ''}"
    else:
        text = name
    return text if len(text) <= _LABEL_LENGTH else text[: _LABEL_LENGTH - 1] + "…"


def _has_owner(graph: nx.MultiDiGraph, key: str) -> bool:
    return any(kind in _OWNING for _, _, kind in graph.in_edges(key, keys=True))


def _years(graph: nx.MultiDiGraph, key: str) -> set[int]:
    """Return the due years of a task (its own and its targets') or a target, derived ones included."""
    data = graph.nodes[key]
    years = {data.get("due"), data.get("due_derived")} - {None}
    for _, end, kind in graph.out_edges(key, keys=True):
        if kind == "SETS":
            years |= _years(graph, end)
    return years


def _path(graph: nx.MultiDiGraph, key: str) -> list[str]:
    """Return the headings above a task or target, the chapter first."""
    headings: list[str] = []
    seen = {key}
    while True:
        above = sorted(
            source
            for source, _, kind in graph.in_edges(key, keys=True)
            if kind in {"HAS_SECTION", "HAS_TASK", "SETS"} and source not in seen
        )
        if not above or graph.nodes[above[0]]["label"] == "Plan":
            return headings[::-1]
        key = above[0]
        seen.add(key)
        data = graph.nodes[key]
        number = (data.get("number") or "").rpartition("/")[2]
        headings.append(f"{number} {data.get('title') or ''}".strip())


def _mentions(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    ordered = sorted(found, key=lambda item: (item.get("order") or 0, item["id"]))
    return [_facts(label("UnreadTrigger").properties, item) for item in ordered]


def _facts(properties: Any, data: dict[str, Any], *, keep_order: bool = False) -> dict[str, Any]:
    return dict(_known(properties, data, _SILENT - {"order"} if keep_order else _SILENT))


def _known(properties: Any, data: dict[str, Any], silent: set[str]) -> Iterator[tuple[str, Any]]:
    for item in properties:
        value = data.get(item.name)
        if item.name not in silent and value not in (None, "", []):
            yield item.name, value
