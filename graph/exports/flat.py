"""What GraphML and GEXF share: columns, values as text, text that XML can hold.

XML 1.0 has no place for most control characters, not even escaped, and converted documents do hold
form feeds. Each becomes its picture (U+240C for a form feed), one character for one, so that offsets stay
true; the writer counts them and the export says so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from graph.errors import SettingsError
from graph.messages import _
from graph.model.declarations import Kind, Label, Relationship
from graph.model.schema import LABELS, RELATIONSHIPS

__all__ = ["EDGES", "NODES", "Text", "caption", "columns", "escape"]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPECIAL = re.compile(r"[&<>\"\r\n\t]")
# A parser reads white space of attributes as blanks, and a carriage return as a line feed, unless they are escaped.
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_CAPTION = 30


def columns(items: Sequence[Label | Relationship]) -> dict[str, dict[str, Kind]]:
    """Return label or type to the kinds of its properties by name. The id is no column.

    Examples
    --------
    >>> NODES["Region"]
    {'name': 'string', 'level': 'string', 'code': 'string'}
    """
    return {item.name: {each.name: each.kind for each in item.properties if each.name != "id"} for item in items}


#: Columns of every label and of every relationship type; a name has one kind in all of them.
NODES = columns(LABELS)
EDGES = columns(RELATIONSHIPS)


class Text:
    """Turns values into text that XML can hold, and counts the texts it had to change."""

    def __init__(self) -> None:
        self.changed = 0

    def values(self, known: Mapping[str, Kind], data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield name and escaped text of what is known of a node or relationship."""
        for name, kind in known.items():
            value = data.get(name)
            if value is not None:
                yield name, self.text(_plain(value, kind))

    def text(self, value: str) -> str:
        """Return `value` escaped for XML."""
        held = _FORBIDDEN.sub(_picture, value)
        self.changed += held != value
        return escape(held)

    def id(self, value: str) -> str:
        """Return an id escaped for XML; two ids must never become one, so nothing in it is replaced."""
        if _FORBIDDEN.search(value):
            raise SettingsError(_("标识 {value!r} 含有控制字符，XML 无法保存；请导出为 jsonl", value=value))
        return escape(value)


def escape(text: str) -> str:
    """Return `text` as it must stand in an element or an attribute."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def caption(key: str, data: Mapping[str, Any]) -> str:
    """Return a short name of a node: Gephi slows down with long ones.

    Examples
    --------
    >>> caption("task-1", {"label": "Task", "number": "二/1", "title": "改造炉窑"})
    '二/1 改造炉窑'
    """
    words = data.get("title") or data.get("name") or data.get("metric") or data.get("word") or key
    if data["label"] in ("Section", "Task") and data.get("number"):
        words = f"{data['number']} {words}"
    return words if len(words) <= _CAPTION else words[: _CAPTION - 1] + "…"


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def _plain(value: Any, kind: Kind) -> str:
    if kind == "strings":
        return json.dumps(value, ensure_ascii=False)
    if kind == "boolean":
        return "true" if value else "false"
    return repr(float(value)) if kind == "float" else str(value)
