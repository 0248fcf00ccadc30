"""An edition of a plan as it is compared: tasks with words, owners and targets, in document order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.model.schema import RESPONSIBILITIES
from graph.width import fold_width

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Edition", "OwnerThere", "TargetThere", "TaskThere", "words"]

_SIGNS = re.compile(r"[^0-9A-Za-z%㐀-鿿]+")
_NUMBER = re.compile(r"[0-9一二三四五六七八九十]{1,3}(?=[㐀-鿿])")
_ROLES = frozenset(item.name for item in RESPONSIBILITIES)
_SEQUENCE = 3
#: From this length on a cell of a row says something of its own.
_SENTENCE = 15


def words(text: str) -> str:
    """Return a text in half width without punctuation and blanks.

    Examples
    --------
    >>> words("到２０２５年，“扩建” 3 座。")
    '到2025年扩建3座'
    """
    return _SIGNS.sub("", fold_width(text))


@dataclass(frozen=True)
class OwnerThere:
    """An agency in a role for a task."""

    id: str
    name: str
    role: str
    role_word: str


@dataclass(frozen=True)
class TargetThere:
    """A target: where it stands, its words and what it demands."""

    section: str
    metric: str
    text: str
    demands: Mapping[str, Any]


@dataclass(frozen=True)
class TaskThere:
    """A task of an edition.

    Attributes
    ----------
    id, number, part, title, text, deadline
        As the graph has them.
    body
        Its words without number and without what says who answers.
    owners
        By id, in the order of the clause.
    targets
        In document order.
    """

    id: str
    number: str
    part: int
    title: str
    text: str
    deadline: str | None
    body: str
    owners: Mapping[str, OwnerThere]
    targets: tuple[TargetThere, ...]

    @property
    def parent(self) -> str:
        """The number of the section it stands in."""
        return self.number.rpartition("/")[0]

    @cached_property
    def sequences(self) -> frozenset[str]:
        """Every sequence of three characters of its body."""
        return frozenset(self.body[at : at + _SEQUENCE] for at in range(max(1, len(self.body) - _SEQUENCE + 1)))


@dataclass(frozen=True)
class Edition:
    """A plan as it is compared."""

    title: str
    tasks: tuple[TaskThere, ...]
    goals: tuple[TargetThere, ...]

    @classmethod
    def of(cls, graph: nx.MultiDiGraph) -> Edition:
        """Return the edition that the property graph of one plan holds."""
        nodes = dict(graph.nodes(data=True))
        plan = next(data for data in nodes.values() if data["label"] == "Plan")
        tasks = [key for key, data in nodes.items() if data["label"] == "Task"]
        owned: dict[str, list[dict[str, Any]]] = {key: [] for key in tasks}
        held: dict[str, list[str]] = {key: [] for key in tasks}
        in_tasks: set[str] = set()
        for start, end, kind, data in graph.edges(keys=True, data=True):
            if kind in _ROLES and end in owned:
                owned[end].append({**data, "id": _identity(nodes[start])})
            elif kind == "SETS" and start in held:
                held[start].append(end)
                in_tasks.add(end)
        goals = [key for key, data in nodes.items() if data["label"] == "Target" and key not in in_tasks]
        return cls(
            title=str(plan.get("title") or plan.get("source")),
            tasks=tuple(
                _task(key, nodes, owned[key], held[key])
                for key in sorted(tasks, key=lambda key: int(nodes[key].get("order") or 0))
            ),
            goals=_targets(goals, nodes),
        )


def _identity(agency: Mapping[str, Any]) -> str:
    """Return what an agency is in any edition; its id tells plans apart where the region is not known."""
    return f"{agency.get('region') or ''} {agency['name']}"


def _task(key: str, nodes: Mapping[str, dict[str, Any]], owned: list[dict[str, Any]], held: list[str]) -> TaskThere:
    data = nodes[key]
    owners = {
        each["id"]: OwnerThere(each["id"], each["name"], each["role"], each.get("role_word") or "")
        for each in sorted(owned, key=lambda each: int(each.get("order") or 0))
    }
    body = words(_row(data) if data.get("kind") == "row" else data.get("text") or "")
    # Who answers is compared by itself, wherever the text says it.
    quotes = {data.get("clause") or "", *(each.get("quote") or "" for each in owned)} - {""}
    for quote in sorted(quotes, key=lambda quote: (-len(quote), quote)):
        body = body.replace(words(quote), "")
    return TaskThere(
        id=key,
        number=data["number"],
        part=data["part"],
        title=data.get("title") or "",
        text=data.get("text") or "",
        deadline=data.get("deadline"),
        body=_NUMBER.sub("", body, count=1) if _NUMBER.match(body) else body,
        owners=owners,
        targets=_targets(held, nodes),
    )


def _row(data: Mapping[str, Any]) -> str:
    """Return what a row says itself: cells that name its group or number may be merged in one copy and not in another."""
    title = data.get("title") or ""
    cells = [cell for cell in (data.get("text") or "").split("\t") if len(words(cell)) >= _SENTENCE]
    return "".join([title, *(cell for cell in cells if words(cell) not in words(title))])


def _targets(keys: list[str], nodes: Mapping[str, dict[str, Any]]) -> tuple[TargetThere, ...]:
    found = sorted((nodes[key] for key in keys), key=lambda data: int(data.get("order") or 0))
    names = ("comparator", "value", "unit", "due_by", "baseline", "change")
    return tuple(
        TargetThere(data["section"], data["metric"], data["text"], {name: data.get(name) for name in names})
        for data in found
    )
