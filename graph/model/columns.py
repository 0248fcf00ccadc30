"""The names of columns that follow from the schema: for frames, for statements, for what a store reads.

Apart from `graph.model.frames`, because a store that only reads needs the names and not pandas.
"""

from __future__ import annotations

from graph.model.schema import LABELS, RELATIONSHIPS, label, relationship

__all__ = ["ENDS", "SHARED", "Ends", "edge_columns", "node_columns"]

#: Relationship type, label it starts from, label it leads to.
Ends = tuple[str, str, str]

#: Every type with every pair of labels that it may join, in the order of the schema.
ENDS: tuple[Ends, ...] = tuple((item.name, *pair) for item in RELATIONSHIPS for pair in item.ends)

#: Labels whose nodes belong to no single plan.
SHARED = frozenset(item.name for item in LABELS if item.shared)


def node_columns(name: str) -> list[str]:
    """Return the columns of the frame of label `name`."""
    return [item.name for item in label(name).properties]


def edge_columns(name: str) -> list[str]:
    """Return the columns of the frames of relationship type `name`."""
    return ["from", "to", *(item.name for item in relationship(name).properties)]
