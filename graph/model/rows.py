"""A property graph as plain rows, one list a label and one a relationship type and pair of labels.

What a store gives back becomes a graph here without pandas, whose import takes longer than making the graph.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.model.columns import Ends, edge_columns, node_columns

__all__ = ["graph_of_rows"]

_Rows = Iterable[Sequence[Any]]


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
