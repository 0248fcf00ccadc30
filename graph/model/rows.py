"""A property graph as plain rows, one list a label and one a relationship type and pair of labels.

What a store gives back becomes a graph here, and a graph rows, without pandas: its import takes longer than making the graph, and
frames of forty rows cost many times what is in them.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

import networkx as nx

from graph.errors import SchemaError
from graph.messages import _
from graph.model.columns import SHARED, Ends, edge_columns, node_columns
from graph.model.schema import LABELS, RELATIONSHIPS, Property, label, relationship

__all__ = ["Rows", "columns_of", "graph_of_rows", "plan_of", "reached", "rows_of", "without_collector"]

#: Rows by label and id, or by type, labels and ids of both ends.
Rows = dict[tuple[str, ...], tuple[Any, ...]]
_Rows = Iterable[Sequence[Any]]
#: Values by column, in the order of the schema.
_Columns = dict[str, Sequence[Any]]

_LARGEST = sys.float_info.max
_NODE = {item.name: dict.fromkeys(each.name for each in item.properties) for item in LABELS}
_EDGE = {item.name: dict.fromkeys(each.name for each in item.properties) for item in RELATIONSHIPS}


def graph_of_rows(nodes: Mapping[str, _Rows], edges: Mapping[Ends, _Rows]) -> nx.MultiDiGraph:
    """Return the graph of some rows, by label or type and id; properties that are unknown are there as ``None``.

    Parameters
    ----------
    nodes
        Label to rows of values in the order of the schema, the id first.
    edges
        Relationship type and labels to rows: the ids of both ends, then values in the order of the schema.

    Examples
    --------
    >>> graph = graph_of_rows({"Region": [("region-1", "洛阳市", "市", None)]}, {})
    >>> graph.nodes["region-1"]["name"], graph.nodes["region-1"]["label"]
    ('洛阳市', 'Region')
    """
    graph = nx.MultiDiGraph()
    # In an order of its own, not in that of an engine: what is written of the graph does not depend on where it was.
    for name, rows in nodes.items():
        columns = node_columns(name)
        for row in sorted(rows, key=lambda row: row[0]):
            graph.add_node(row[0], label=name, **dict(zip(columns, row, strict=True)))
    for (name, *_ends), rows in edges.items():
        _start, _end, *columns = edge_columns(name)
        for source, target, *values in sorted(rows, key=lambda row: (row[0], row[1])):
            graph.add_edge(source, target, key=name, **dict(zip(columns, values, strict=True)))
    return graph


def plan_of(graph: nx.MultiDiGraph) -> str:
    """Return the id of the one plan of `graph`.

    Raises
    ------
    SchemaError
        If `graph` has no Plan node or several, or a node that belongs to another plan.
    """
    plans = [key for key, name in graph.nodes(data="label") if name == "Plan"]
    if len(plans) != 1:
        raise SchemaError(_("要载入的图应恰有一个 Plan 节点，现有 {count} 个；请按方案拆分", count=len(plans)))
    plan = str(plans[0])
    for key, data in graph.nodes(data=True):
        if data["label"] != "Plan" and data["label"] not in SHARED and data.get("plan_id") != plan:
            raise SchemaError(
                _(
                    "{label} {key}：plan_id 是 {found!r}，所属方案却是 {plan}",
                    label=data["label"],
                    key=key,
                    found=data.get("plan_id"),
                    plan=plan,
                )
            )
    return plan


@contextmanager
def without_collector() -> Iterator[None]:
    """Keep Python's collector still: rows are made by the hundred thousand, none is garbage, and it looks at each again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@without_collector()
def rows_of(graph: nx.MultiDiGraph) -> tuple[Rows, Rows]:
    """Return what the one plan of `graph` owns, and what is shared that it reaches, each in a dictionary of its own.

    As `graph.model.frames.by_plan` of `graph.model.frames.without_plans`, without frames.

    Raises
    ------
    SchemaError
        As `columns_of`.
    """
    nodes, edges = columns_of(graph)
    pairs = {ends: list(zip(columns["from"], columns["to"], strict=True)) for ends, columns in edges.items()}
    kept = reached({name: columns["id"] for name, columns in nodes.items()}, pairs)
    owned: Rows = {}
    shared: Rows = {}
    for name, columns in nodes.items():
        mine = shared if name in SHARED else owned
        for row in zip(*columns.values(), strict=True):
            if row[0] in kept:
                mine[name, row[0]] = row
    for ends, columns in edges.items():
        mine = shared if {ends[1], ends[2]} <= SHARED else owned
        for row in zip(*columns.values(), strict=True):
            if row[0] in kept and row[1] in kept:
                mine[(*ends, row[0], row[1])] = row
    return owned, shared


def columns_of(graph: nx.MultiDiGraph) -> tuple[dict[str, _Columns], dict[Ends, _Columns]]:
    """Return the columns of each label and of each kind of relationship.

    Raises
    ------
    SchemaError
        For a value that no store can hold: half a surrogate pair, an integer of more than 64 bits, a number
        that is none.
    """
    nodes: dict[str, list[tuple[Any, ...]]] = {}
    edges: dict[Ends, list[tuple[Any, ...]]] = {}
    labels: dict[Any, str] = {}
    # A merge with all columns puts the values into their order; the label of a node comes last and is cut off.
    for key, data in graph.nodes(data=True):
        name = labels[key] = data["label"]
        nodes.setdefault(name, []).append(tuple({**_NODE[name], **data}.values()))
    for source, targets in graph.adjacency():
        start = labels[source]
        for target, kinds in targets.items():
            end = labels[target]
            for name, data in kinds.items():
                row = (source, target, *{**_EDGE[name], **data}.values())
                edges.setdefault((name, start, end), []).append(row)
    return (
        {name: _checked(name, label(name).properties, node_columns(name), rows) for name, rows in nodes.items()},
        {
            ends: _checked(ends[0], relationship(ends[0]).properties, edge_columns(ends[0]), rows)
            for ends, rows in edges.items()
        },
    )


def reached(nodes: Mapping[str, Iterable[str]], edges: Mapping[Ends, Iterable[tuple[str, str]]]) -> set[str]:
    """Return the ids of what plans own and of the shared nodes that they reach."""
    kept = {key for name, ids in nodes.items() if name not in SHARED for key in ids}
    ways: dict[str, list[str]] = {}
    found: list[str] = []
    for (_name, start, end), pairs in edges.items():
        if start in SHARED and end in SHARED:
            for source, target in pairs:
                ways.setdefault(source, []).append(target)
        elif start in SHARED:
            found += [source for source, target in pairs if target in kept]
        elif end in SHARED:
            found += [target for source, target in pairs if source in kept]
    while found:
        key = found.pop()
        if key not in kept:
            kept.add(key)
            found += ways.get(key, [])
    return kept


def _checked(
    where: str, properties: Iterable[Property], names: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> _Columns:
    columns = dict(zip(names, zip(*rows, strict=False), strict=False))
    return {**columns, **{item.name: _column(where, item, columns[item.name]) for item in properties}}


def _column(where: str, item: Property, values: Sequence[Any]) -> Sequence[Any]:
    # Neither None nor an empty value can be out of bounds.
    known = filter(None, values)
    if item.kind == "integer":
        bounds = list(known)
        if bounds and not -(2**63) <= min(bounds) <= max(bounds) < 2**63:
            raise SchemaError(_("{where}：{name} 中有超过 64 位的整数", where=where, name=item.name))
    if item.kind == "float":
        if not all(-_LARGEST <= value <= _LARGEST for value in known):
            raise SchemaError(_("{where}：{name} 中有无穷大或非数值", where=where, name=item.name))
        return [None if value is None else float(value) for value in values]
    if item.kind in ("string", "strings"):
        try:
            # The embedded engine ends the process when it meets half a surrogate pair.
            "".join(known if item.kind == "string" else chain.from_iterable(known)).encode()
        except UnicodeEncodeError as error:
            begin = max(error.start - 20, 0)
            near = error.object[begin : error.start]
            raise SchemaError(
                _(
                    "{where}：{name} 中 {near!r} 之后有不成对的代理字符，不是文本；请重新解码原文",
                    where=where,
                    name=item.name,
                    near=near,
                )
            ) from error
    return values
