"""The one table of what is told of a task, a target, an owner and an unread trigger word.

JSON and graph both take their fields from it: JSON in the order written here, the graph those that
`graph.model.schema` declares. Where a thing stands is told the same way for all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from graph.model.schema import Label, Relationship, label, relationship
from ingest.language.paragraphs import Span

__all__ = ["OWNER", "TARGET", "TASK", "UNREAD", "FieldTable", "place_of"]


@dataclass(frozen=True)
class FieldTable:
    """Field names in the order of JSON, each with the attribute that holds its value.

    Attributes
    ----------
    declared : Label or Relationship
        What the schema says of them.
    sources : mapping of str to str
        Dotted attribute by field name.
    graph_only : frozenset of str
        Fields that JSON leaves out.
    """

    declared: Label | Relationship
    sources: Mapping[str, str]
    graph_only: frozenset[str] = frozenset()

    def for_json(self, record: object) -> dict[str, Any]:
        """Return the fields of a record that JSON tells, in order."""
        return {
            name: attrgetter(source)(record) for name, source in self.sources.items() if name not in self.graph_only
        }

    def for_graph(self, record: object) -> dict[str, Any]:
        """Return the fields of a record that the schema declares."""
        names = (each.name for each in self.declared.properties if each.name in self.sources)
        return {name: attrgetter(self.sources[name])(record) for name in names}


_TASK = "number title part of kind clause owners open_ended industries deadline due due_by order"
_TARGET = "text metric kind change comparator value unit due due_derived due_by baseline"

TASK = FieldTable(
    label("Task"), {name: name for name in _TASK.split()}, graph_only=frozenset({"due", "due_by", "order"})
)
TARGET = FieldTable(
    label("Target"),
    {
        "section": "path",
        "part": "part",
        **{name: f"said.{name}" for name in _TARGET.split()},
        "owners": "owners",
    },
)
OWNER = FieldTable(
    relationship("LEADS"),
    {
        "written": "agency.written",
        "name": "agency.name",
        "role": "role",
        "role_word": "role_word",
        "basis": "basis",
        "collective": "agency.collective",
        "inherited": "inherited",
    },
)

UNREAD = FieldTable(label("UnreadTrigger"), {"number": "number", "word": "trigger.word", "reason": "trigger.reason"})


def place_of(span: Span) -> dict[str, int | None]:
    """Return where something stands, as JSON and graph tell it."""
    return {"line": span.line, "page": span.page, "start": span.start, "end": span.end}
