"""The words in which `graph.model.schema` is written: labels, relationship types, properties."""

from __future__ import annotations

from typing import Literal, NamedTuple

__all__ = ["Kind", "Label", "Property", "Relationship", "boolean", "integer", "text"]

Kind = Literal["string", "integer", "float", "boolean", "strings"]


class Property(NamedTuple):
    """One property of a label or relationship type."""

    name: str
    kind: Kind
    caption: str
    english: str
    doc: str


class Label(NamedTuple):
    """One kind of node. `shared` nodes belong to no single plan."""

    name: str
    caption: str
    english: str
    doc: str
    properties: tuple[Property, ...]
    shared: bool = False


class Relationship(NamedTuple):
    """One relationship type, with the pairs of labels it may join."""

    name: str
    ends: tuple[tuple[str, str], ...]
    caption: str
    english: str
    doc: str
    properties: tuple[Property, ...] = ()


def text(name: str, caption: str, english: str, doc: str) -> Property:
    """Return a property that is a text."""
    return Property(name, "string", caption, english, doc)


def integer(name: str, caption: str, english: str, doc: str) -> Property:
    """Return a property that is a whole number."""
    return Property(name, "integer", caption, english, doc)


def boolean(name: str, caption: str, english: str, doc: str) -> Property:
    """Return a property that is true or false."""
    return Property(name, "boolean", caption, english, doc)
