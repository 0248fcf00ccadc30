"""A property graph as data frames: one a label, one a relationship type and pair of labels.

Stores load and merge frames, never single nodes, because an engine copies a frame a
hundred times faster than it merges rows. Every column has dtype object and holds
plain Python values with ``None`` for null: pandas' own string and nullable integer
types crash the embedded engine, and its floats would lose the integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx
import numpy as np
import pandas as pd

from graph.model.columns import ENDS, SHARED, Ends, node_columns
from graph.model.rows import Rows, columns_of, graph_of_rows, reached, without_collector
from graph.model.schema import LABELS

__all__ = [
    "Frames",
    "by_plan",
    "frame",
    "from_columns",
    "merge",
    "records",
    "to_frames",
    "to_graph",
    "without_plans",
]


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


@without_collector()
def to_frames(graph: nx.MultiDiGraph) -> Frames:
    """Return `graph` as data frames; it must obey the schema (`graph.model.schema.check`).

    Raises
    ------
    SchemaError
        As `graph.model.rows.columns_of`.
    """
    nodes, edges = columns_of(graph)
    return Frames(
        {name: from_columns(columns) for name, columns in nodes.items()},
        {ends: from_columns(columns) for ends, columns in edges.items()},
    )


def to_graph(frames: Frames) -> nx.MultiDiGraph:
    """Return the graph that `frames` holds, by label or type and id; properties that are unknown are there as ``None``."""
    nodes = {name: records(rows) for name, rows in frames.nodes.items()}
    return graph_of_rows(nodes, {ends: records(rows) for ends, rows in frames.edges.items()})


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
        owner = None if name in SHARED else "id" if name == "Plan" else "plan_id"
        nodes[name] = rows if owner is None or not gone else rows[~rows[owner].isin(gone)]
    kept = reached(
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
        at = None if name in SHARED else node_columns(name).index("id" if name == "Plan" else "plan_id")
        for row in records(rows):
            mine = owners[row[0]] = shared if at is None else owned.setdefault(row[at], {})
            mine[name, row[0]] = row
    for ends, rows in frames.edges.items():
        end = 0 if ends[1] not in SHARED else 1
        for row in records(rows):
            owners[row[end]][(*ends, row[0], row[1])] = row
    return owned, shared


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
