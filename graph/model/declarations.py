"""The words in which `graph.model.schema` is written: labels, relationship types, properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Kind", "Label", "Property", "Relationship"]

Kind = Literal["string", "integer", "float", "boolean", "strings"]


@dataclass(frozen=True)
class Property:
    """One property of a label or relationship type."""

    name: str
    kind: Kind
    caption: str
    english: str
    doc: str


@dataclass(frozen=True)
class Label:
    """One kind of node. `shared` nodes belong to no single plan."""

    name: str
    caption: str
    english: str
    doc: str
    properties: tuple[Property, ...]
    shared: bool = False


@dataclass(frozen=True)
class Relationship:
    """One relationship type, with the pairs of labels it may join."""

    name: str
    ends: tuple[tuple[str, str], ...]
    caption: str
    english: str
    doc: str
    properties: tuple[Property, ...] = ()
