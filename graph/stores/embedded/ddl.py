"""Tables of the embedded engine, derived from the schema."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from graph.model.schema import LABELS, RELATIONSHIPS, Property
from graph.stores.cypher import quoted

__all__ = ["fingerprint", "index_name", "make_index", "tables"]

_TYPES = {"string": "STRING", "integer": "INT64", "float": "DOUBLE", "boolean": "BOOLEAN", "strings": "STRING[]"}


def tables() -> Iterator[str]:
    """Yield one CREATE statement a label and a relationship type.

    Examples
    --------
    >>> [text for text in tables() if "WITHIN" in text]
    ['CREATE REL TABLE `WITHIN`(FROM `Region` TO `Region`)']
    """
    for item in LABELS:
        columns = ", ".join(_column(each) for each in item.properties)
        yield f"CREATE NODE TABLE {quoted(item.name)}({columns}, PRIMARY KEY(`id`))"
    for joins in RELATIONSHIPS:
        pairs = [f"FROM {quoted(start)} TO {quoted(end)}" for start, end in joins.ends]
        columns = ", ".join([*pairs, *(_column(each) for each in joins.properties)])
        yield f"CREATE REL TABLE {quoted(joins.name)}({columns})"


def index_name(label: str, name: str) -> str:
    """Return what the index of a property is called."""
    return f"by_{name}_of_{label}"


def make_index(label: str, name: str) -> str:
    """Return the statement that makes the index of a property.

    Examples
    --------
    >>> make_index("Plan", "region")
    'CREATE ART INDEX `by_region_of_Plan` FOR (n:`Plan`) ON (n.`region`)'
    """
    return f"CREATE ART INDEX {quoted(index_name(label, name))} FOR (n:{quoted(label)}) ON (n.{quoted(name)})"


def fingerprint() -> str:
    """Return a hash of all tables: two versions with the same one read each other's files.

    Indexes are left out: a file without them gives the same answers, later.
    """
    return hashlib.sha256("\n".join(tables()).encode()).hexdigest()


def _column(item: Property) -> str:
    return f"{quoted(item.name)} {_TYPES[item.kind]}"
