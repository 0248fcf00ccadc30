"""Holding a property graph against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import networkx as nx

from graph.declarations import Property
from graph.errors import SchemaError
from graph.schema import LABELS, RELATIONSHIPS

__all__ = ["check"]

# A set of exact types a kind: checking 100,000 relationships must not take longer than storing them.
_TYPES: dict[str, frozenset[type]] = {
    "string": frozenset({str}),
    "integer": frozenset({int}),
    "float": frozenset({float, int}),
    "boolean": frozenset({bool}),
    "strings": frozenset({list}),
}


def _types(properties: Iterable[Property]) -> dict[str, tuple[str, frozenset[type]]]:
    return {item.name: (item.kind, _TYPES[item.kind]) for item in properties}


_NODES = {item.name: _types(item.properties) for item in LABELS}
_EDGES = {item.name: (frozenset(item.ends), _types(item.properties)) for item in RELATIONSHIPS}


def check(graph: nx.MultiDiGraph) -> None:
    """Raise `SchemaError` naming the first node or relationship that the schema does not allow.

    Parameters
    ----------
    graph
        A property graph: node attribute ``label``, edge key = relationship type.

    Raises
    ------
    SchemaError
        For an unknown label, type or property, a value of another type, an ``id`` that is not the node key,
        or a relationship between labels that it does not join.
    """
    for problem in _problems(graph):
        raise SchemaError(problem)


def _problems(graph: nx.MultiDiGraph) -> Iterator[str]:
    labels: dict[Any, str] = {}
    for key, data in graph.nodes(data=True):
        label = data.get("label")
        if label not in _NODES:
            yield f"node {key}: label {label!r} is not in the schema"
            continue
        labels[key] = label
        if data.get("id") != key:
            yield f"{label} {key}: its property id is {data.get('id')!r}"
        for problem in _property_problems(_NODES[label], data):
            yield f"{label} {key}: {problem}"
    for source, target, kind, data in graph.edges(keys=True, data=True):
        if kind not in _EDGES:
            yield f"relationship {source} -> {target}: type {kind!r} is not in the schema"
            continue
        ends, known = _EDGES[kind]
        if (labels.get(source), labels.get(target)) not in ends:
            yield f"{kind} does not join {labels.get(source)} to {labels.get(target)} ({source} -> {target})"
        for problem in _property_problems(known, data):
            yield f"{kind} {source} -> {target}: {problem}"


def _property_problems(known: Mapping[str, tuple[str, frozenset[type]]], data: Mapping[str, Any]) -> Iterator[str]:
    for name, value in data.items():
        if name in known:
            kind, types = known[name]
            if value is None or (
                type(value) in types and (kind != "strings" or all(type(item) is str for item in value))
            ):
                continue
            yield f"{name} should be {kind}, not {type(value).__name__}"
        elif name != "label":
            yield f"property {name!r} is not in the schema"
