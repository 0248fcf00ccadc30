"""A property graph as data frames: one a label, one a relationship type and pair of labels.

Stores load and merge frames, never single nodes, because an engine copies a frame a
hundred times faster than it merges rows. Every column has dtype object and holds
plain Python values with ``None`` for null: pandas' own string and nullable integer
types crash the embedded engine, and its floats would lose the integers.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from graph.errors import SchemaError
from graph.messages import _
from graph.model.columns import ENDS, Ends, edge_columns, node_columns
from graph.model.rows import graph_of_rows
from graph.model.schema import LABELS, RELATIONSHIPS, Property, label, relationship

__all__ = [
    "Frames",
    "Rows",
    "by_plan",
    "frame",
    "from_columns",
    "merge",
    "plan_of",
    "records",
    "rows_of",
    "to_frames",
    "to_graph",
    "without_plans",
]

#: Rows by label and id, or by type, labels and ids of both ends.
Rows = dict[tuple[str, ...], tuple[Any, ...]]
#: Values by column, in the order of the schema.
_Columns = dict[str, Sequence[Any]]

_LARGEST = sys.float_info.max
_SHARED = frozenset(item.name for item in LABELS if item.shared)
_NODE = {item.name: dict.fromkeys(each.name for each in item.properties) for item in LABELS}
_EDGE = {item.name: dict.fromkeys(each.name for each in item.properties) for item in RELATIONSHIPS}


@dataclass
class Frames:
    """A property graph as data frames.

    Attributes
    ----------
    nodes
        Label to a frame with one column a property, in the order of the schema.
    edges
        Relationship type and labels to a frame with ``from`` and ``to`` (ids) before the properties.
    """

    nodes: dict[str, pd.DataFrame] = field(default_factory=dict)
    edges: dict[Ends, pd.DataFrame] = field(default_factory=dict)


def frame(rows: Sequence[Sequence[Any]], columns: Sequence[str]) -> pd.DataFrame:
    """Return a data frame of dtype object throughout, values as they are.

    Examples
    --------
    >>> frame([[1, None], [2, []]], ["a", "b"]).to_dict("list")
    {'a': [1, 2], 'b': [None, []]}
    """
    turned = zip(*rows, strict=True) if rows else [()] * len(columns)
    return from_columns(dict(zip(columns, turned, strict=True)))


def records(frame: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Return the rows of `frame` as tuples, its values as they are."""
    # All at once: a frame of ours is one array, and taking column after column out of it takes many times as long.
    return map(tuple, frame.to_numpy(dtype=object).tolist())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python's collector still: rows are made by the hundred thousand, none is garbage, and it looks at each again and again."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


@_without_collector()
def to_frames(graph: nx.MultiDiGraph) -> Frames:
    """Return `graph` as data frames; it must obey the schema (`graph.model.schema.check`).

    Raises
    ------
    SchemaError
        For a value that no store can hold: half a surrogate pair, an integer of more than 64 bits, a number
        that is none.
    """
    nodes, edges = _columns_of(graph)
    return Frames(
        {name: from_columns(columns) for name, columns in nodes.items()},
        {ends: from_columns(columns) for ends, columns in edges.items()},
    )


@_without_collector()
def rows_of(graph: nx.MultiDiGraph) -> tuple[Rows, Rows]:
    """Return what the one plan of `graph` owns, and what is shared that it reaches: `by_plan` of `without_plans`, without frames.

    Frames of forty rows cost many times what is in them.

    Raises
    ------
    SchemaError
        As `to_frames`.
    """
    nodes, edges = _columns_of(graph)
    pairs = {ends: list(zip(columns["from"], columns["to"], strict=True)) for ends, columns in edges.items()}
    kept = _reached({name: columns["id"] for name, columns in nodes.items()}, pairs)
    owned: Rows = {}
    shared: Rows = {}
    for name, columns in nodes.items():
        mine = shared if name in _SHARED else owned
        for row in zip(*columns.values(), strict=True):
            if row[0] in kept:
                mine[name, row[0]] = row
    for ends, columns in edges.items():
        mine = shared if {ends[1], ends[2]} <= _SHARED else owned
        for row in zip(*columns.values(), strict=True):
            if row[0] in kept and row[1] in kept:
                mine[(*ends, row[0], row[1])] = row
    return owned, shared


def _columns_of(graph: nx.MultiDiGraph) -> tuple[dict[str, _Columns], dict[Ends, _Columns]]:
    """Return the columns of each label and of each kind of relationship."""
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


def to_graph(frames: Frames) -> nx.MultiDiGraph:
    """Return the graph that `frames` holds, by label or type and id; properties that are unknown are there as ``None``."""
    nodes = {name: records(rows) for name, rows in frames.nodes.items()}
    return graph_of_rows(nodes, {ends: records(rows) for ends, rows in frames.edges.items()})


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
        if data["label"] != "Plan" and data["label"] not in _SHARED and data.get("plan_id") != plan:
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


def merge(parts: Iterable[Frames]) -> Frames:
    """Return one graph of several; where two hold the same node or relationship, the later wins."""
    parts = list(parts)
    return Frames(
        {
            item.name: _stacked([part.nodes[item.name] for part in parts if item.name in part.nodes], ["id"])
            for item in LABELS
            if any(item.name in part.nodes for part in parts)
        },
        {
            ends: _stacked([part.edges[ends] for part in parts if ends in part.edges], ["from", "to"])
            for ends in ENDS
            if any(ends in part.edges for part in parts)
        },
    )


def without_plans(frames: Frames, plans: Iterable[str]) -> Frames:
    """Return `frames` without the given plans, and without shared nodes that nothing else reaches.

    A shared node is reached from a relationship that joins it to a plan's own node, or along
    relationships from a shared node that is reached: Agency to Region to Region above.
    """
    gone = set(plans)
    nodes = {}
    for name, rows in frames.nodes.items():
        owner = None if name in _SHARED else "id" if name == "Plan" else "plan_id"
        nodes[name] = rows if owner is None or not gone else rows[~rows[owner].isin(gone)]
    kept = _reached(
        {name: rows["id"] for name, rows in nodes.items()},
        {ends: zip(rows["from"], rows["to"], strict=True) for ends, rows in frames.edges.items()},
    )
    if not gone and len(kept) == sum(map(len, nodes.values())):
        return frames
    nodes = {name: rows[rows["id"].isin(kept)] for name, rows in nodes.items()}
    edges = {ends: rows[rows["from"].isin(kept) & rows["to"].isin(kept)] for ends, rows in frames.edges.items()}
    return Frames(nodes, edges)


def by_plan(frames: Frames) -> tuple[dict[str, Rows], Rows]:
    """Return what each plan owns, and what is shared, as rows by what they are rows of: to compare content.

    A relationship belongs to the plan that owns one of its ends.
    """
    owned: dict[str, Rows] = {}
    shared: Rows = {}
    owners: dict[str, Rows] = {}
    for name, rows in frames.nodes.items():
        at = None if name in _SHARED else node_columns(name).index("id" if name == "Plan" else "plan_id")
        for row in records(rows):
            mine = owners[row[0]] = shared if at is None else owned.setdefault(row[at], {})
            mine[name, row[0]] = row
    for ends, rows in frames.edges.items():
        end = 0 if ends[1] not in _SHARED else 1
        for row in records(rows):
            owners[row[end]][(*ends, row[0], row[1])] = row
    return owned, shared


def _reached(nodes: Mapping[str, Iterable[str]], edges: Mapping[Ends, Iterable[tuple[str, str]]]) -> set[str]:
    """Return the ids of what plans own and of the shared nodes that they reach."""
    kept = {key for name, ids in nodes.items() if name not in _SHARED for key in ids}
    ways: dict[str, list[str]] = {}
    found: list[str] = []
    for (_name, start, end), pairs in edges.items():
        if start in _SHARED and end in _SHARED:
            for source, target in pairs:
                ways.setdefault(source, []).append(target)
        elif start in _SHARED:
            found += [source for source, target in pairs if target in kept]
        elif end in _SHARED:
            found += [target for source, target in pairs if source in kept]
    while found:
        key = found.pop()
        if key not in kept:
            kept.add(key)
            found += ways.get(key, [])
    return kept


def _stacked(frames: list[pd.DataFrame], key: list[str]) -> pd.DataFrame:
    if len(frames) == 1:
        return frames[0]
    return pd.concat(frames, ignore_index=True).drop_duplicates(subset=key, keep="last", ignore_index=True)


def from_columns(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Return a data frame of dtype object throughout, of columns of one length."""
    length = max(map(len, columns.values()), default=0)
    values = np.empty((len(columns), length), dtype=object)
    for at, column in enumerate(columns.values()):
        # Not a plain assignment, which would spread lists over several cells.
        values[at] = np.fromiter(column, dtype=object, count=length)
    return pd.DataFrame(values.T, columns=list(columns), dtype=object)


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
