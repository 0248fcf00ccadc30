"""Holding a property graph against the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import networkx as nx

from graph.errors import SchemaError
from graph.messages import Message, _
from graph.model.declarations import Property
from graph.model.schema import LABELS, RELATIONSHIPS

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


def _problems(graph: nx.MultiDiGraph) -> Iterator[Message]:
    labels: dict[Any, str] = {}
    # Kind, names and types that were found right: most nodes and relationships of a kind are alike.
    right: set[tuple[Any, ...]] = set()
    for key, data in graph.nodes(data=True):
        label = data.get("label")
        if label not in _NODES:
            yield _("节点 {key}：图模型中没有标签 {label!r}", key=key, label=label)
            continue
        labels[key] = label
        if data.get("id") != key:
            yield _("{label} {key}：属性 id 是 {found!r}", label=label, key=key, found=data.get("id"))
        for problem in _property_problems(label, _NODES[label], data, right):
            yield _("{label} {key}：{problem}", label=label, key=key, problem=problem)
    for source, targets in graph.adjacency():
        start = labels.get(source)
        for target, kinds in targets.items():
            pair = start, labels.get(target)
            for kind, data in kinds.items():
                if kind not in _EDGES:
                    yield _(
                        "关系 {source} -> {target}：图模型中没有类型 {kind!r}", source=source, target=target, kind=kind
                    )
                    continue
                ends, known = _EDGES[kind]
                if pair not in ends:
                    yield _(
                        "{kind} 不能从 {start} 连到 {end}（{source} -> {target}）",
                        kind=kind,
                        start=pair[0],
                        end=pair[1],
                        source=source,
                        target=target,
                    )
                for problem in _property_problems(kind, known, data, right):
                    yield _(
                        "{kind} {source} -> {target}：{problem}",
                        kind=kind,
                        source=source,
                        target=target,
                        problem=problem,
                    )


def _property_problems(
    of: str, known: Mapping[str, tuple[str, frozenset[type]]], data: Mapping[str, Any], right: set[tuple[Any, ...]]
) -> Sequence[Message]:
    shape = (of, *data, *map(type, data.values()))
    if shape in right:
        return ()
    problems = [problem for name, value in data.items() if (problem := _problem(known, name, value))]
    if not problems and list not in shape:
        right.add(shape)
    return problems


def _problem(known: Mapping[str, tuple[str, frozenset[type]]], name: str, value: Any) -> Message | None:
    if name not in known:
        return None if name == "label" else _("图模型中没有属性 {name!r}", name=name)
    kind, types = known[name]
    if value is None or (type(value) in types and (kind != "strings" or all(type(item) is str for item in value))):
        return None
    return _("{name} 的类型应为 {kind}，不是 {found}", name=name, kind=kind, found=type(value).__name__)
