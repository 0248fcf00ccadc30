"""Edits planted at known places of a plan's text, for tests and benchmarks of comparisons of editions.

Each edit is known by what it must be told as: kind of change and number of the task. Edits of one text touch different
tasks, so that what is found can be compared with what was planted as a set.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from graph.model.schema import RESPONSIBILITIES

Planted = tuple[str, str]

_ROLES = frozenset(item.name for item in RESPONSIBILITIES)
_NUMBER = re.compile("[1-9][0-9]*")


def plant(graph: nx.MultiDiGraph, chance: random.Random, most: int) -> tuple[str, Counter[Planted]]:
    """Return the stored text of a plan with up to `most` edits, and how each must be told."""
    nodes = dict(graph.nodes(data=True))
    text = next(data["stored_text"] for data in nodes.values() if data["label"] == "Plan")
    tasks = [
        key for key, data in nodes.items() if data["label"] == "Task" and data["of"] == 1 and data["kind"] == "item"
    ]
    clauses = Counter(data.get("clause") for data in nodes.values() if data["label"] == "Task")
    # A clause that others inherit (下同) changes them all; such tasks are left alone.
    handed = _handed(graph)
    tasks = [key for key in tasks if not any(nodes[key]["start"] <= at < nodes[key]["end"] for at in handed)]
    chance.shuffle(tasks)
    cuts: list[tuple[int, int, str]] = []
    planted: Counter[Planted] = Counter()
    for key in tasks:
        data = nodes[key]
        if (
            sum(planted.values()) == most
            or clauses[data.get("clause")] > 1
            or data["text"] != text[data["start"] : data["end"]]
        ):
            continue
        ways = [_reword, _drop_owner, _add_owner, _change_target]
        chance.shuffle(ways)
        for way in [_drop] if chance.random() < 0.1 else ways:
            found = way(graph, key, data, chance)
            if found:
                kind, start, end, instead = found
                cuts.append((data["start"] + start, data["start"] + end, instead))
                planted[kind, data["number"]] += 1
                break
    for start, end, instead in sorted(cuts, reverse=True):
        text = text[:start] + instead + text[end:]
    return text, planted


def _handed(graph: nx.MultiDiGraph) -> list[int]:
    """Return where clauses stand that other tasks inherit."""
    return [
        data["start"]
        for _, _, kind, data in graph.edges(keys=True, data=True)
        if kind in _ROLES and data.get("inherited") and data.get("start") is not None
    ]


def write(folder: Path, name: str, text: str) -> Path:
    """Write an edition."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


Edit = tuple[str, int, int, str]


def _body(data: dict) -> tuple[int, int]:
    """Return where the task's own words begin, behind the title, and end, before the clause."""
    text, clause = data["text"], data.get("clause") or ""
    title = re.search("[。\n]", text)
    end = text.find(clause) if clause else len(text)
    return (title.end() if title else 0), end - 1


def _reword(graph: nx.MultiDiGraph, key: str, data: dict, chance: random.Random) -> Edit | None:
    start, end = _body(data)
    places = [at for at in range(start, end) if data["text"][at] == "。"]
    if not places:
        return None
    at = chance.choice(places)
    return "reworded", at, at + 1, "，并向社会广泛宣传。"


def _drop(graph: nx.MultiDiGraph, key: str, data: dict, chance: random.Random) -> Edit | None:
    return ("dropped", 0, len(data["text"]), "") if data.get("clause") else None


def _owners(graph: nx.MultiDiGraph, key: str) -> list[dict]:
    edges = [data for _, _, kind, data in graph.in_edges(key, keys=True, data=True) if kind in _ROLES]
    return [] if any(each["inherited"] for each in edges) else [each for each in edges if each["basis"] == "listed"]


def _drop_owner(graph: nx.MultiDiGraph, key: str, data: dict, chance: random.Random) -> Edit | None:
    owners = _owners(graph, key)
    names = [each["written"] for each in owners if data["text"].count(f"、{each['written']}、") == 1]
    if len(owners) < 3 or not names:
        return None
    name = chance.choice(sorted(names))
    at = data["text"].index(f"、{name}、")
    return "owner dropped", at, at + len(name) + 1, ""


def _add_owner(graph: nx.MultiDiGraph, key: str, data: dict, chance: random.Random) -> Edit | None:
    owners = _owners(graph, key)
    names = [each["written"] for each in owners if data["text"].count(f"、{each['written']}、") == 1]
    if len(owners) < 3 or not names or "气象" in data["text"]:
        return None
    at = data["text"].index(f"、{sorted(names)[0]}、")
    return "owner added", at, at, "、气象局"


def _change_target(graph: nx.MultiDiGraph, key: str, data: dict, chance: random.Random) -> Edit | None:
    targets = [graph.nodes[end] for _, end, kind in graph.out_edges(key, keys=True) if kind == "SETS"]
    for target in targets:
        value = target.get("value")
        said = str(int(value)) if value is not None and value == int(value) else ""
        if said and data["text"].count(target["text"]) == 1 and target["text"].count(said) == 1 and len(said) < 4:
            number = next((each for each in _NUMBER.finditer(target["text"]) if each[0] == said), None)
            if number and target["text"][number.end() : number.end() + 1] != ".":
                at = data["text"].index(target["text"]) + number.start()
                return "target changed", at, at + len(said), str(int(said) + 1)
    return None


def plant_shapes(graph: nx.MultiDiGraph, chance: random.Random) -> tuple[str, Counter[Planted]]:
    """Return the stored text of a plan in which items were split, joined or moved, and how each must be told.

    At most one edit a section, for it gives the items behind it other numbers; two sections exchange an item.
    """
    nodes = dict(graph.nodes(data=True))
    text = next(data["stored_text"] for data in nodes.values() if data["label"] == "Plan")
    sections = [some for some in _sections(graph, text) if len(some) > 2]
    chance.shuffle(sections)
    cuts: list[tuple[int, int, str]] = []
    planted: Counter[Planted] = Counter()
    movable = [some for some in sections if any(item.own for item in some)]
    if len(movable) > 1 and chance.random() < 0.5:
        pair = [chance.choice([item for item in some if item.own]) for some in movable[:2]]
        sections = [some for some in sections if some not in movable[:2]]
        for one, other in (pair, pair[::-1]):
            cuts.append((one.start, one.end, f"{one.digits}{other.text.removeprefix(other.digits)}"))
            planted["moved", one.number] += 1
    for items in sections:
        way = chance.choice([_split, _join])
        found = way(items, chance)
        if found:
            kind, number, edits = found
            cuts += edits
            planted[kind, number] += 1
    for start, end, instead in sorted(cuts, reverse=True):
        text = text[:start] + instead + text[end:]
    return text, planted


@dataclass(frozen=True)
class _Item:
    """An item: its number, the digits that begin it, its place and text; `plain` without targets, `own` with a clause that is only its."""

    number: str
    digits: str
    start: int
    end: int
    text: str
    clause: str
    plain: bool
    own: bool

    @property
    def said(self) -> str:
        """Its words behind the number and before the clause."""
        return self.text[len(self.digits) + 1 : self.text.rindex(self.clause) - 1].lstrip()

    @property
    def sentences(self) -> list[str]:
        """What it says between title and clause."""
        title = self.text.index("。") + 1
        return re.findall("[^。]+。", self.text[title : self.text.rindex(self.clause) - 1])


def _sections(graph: nx.MultiDiGraph, text: str) -> list[list[_Item]]:
    """Return the sections that hold nothing but items numbered 1., 2., 3. …, so that they can be given other numbers."""
    tasks: dict[str, list[_Item | None]] = {}
    handed = _handed(graph)
    for key, data in graph.nodes(data=True):
        if data["label"] != "Task":
            continue
        raw = text[data["start"] : data["end"]]
        digits = re.match("[0-9]+", raw) if data["of"] == 1 else None
        owners = [edge for _, _, kind, edge in graph.in_edges(key, keys=True, data=True) if kind in _ROLES]
        clause = data.get("clause") or ""
        tasks.setdefault(data["number"].rpartition("/")[0], []).append(
            _Item(
                number=data["number"],
                digits=digits[0],
                start=data["start"],
                end=data["end"],
                text=raw,
                clause=clause,
                plain=not any(kind == "SETS" for _, _, kind in graph.out_edges(key, keys=True)),
                # The text is joined where a page breaks it; what is cut must stand there as it is quoted.
                own=bool(clause)
                and raw == data["text"]
                and raw[:-1].endswith(clause)
                and "。" in raw.partition(clause)[0]
                and "\n" not in raw
                and not any(edge["inherited"] for edge in owners)
                and not any(data["start"] <= at < data["end"] for at in handed),
            )
            if digits
            else None
        )
    return [
        sorted((item for item in items if item), key=lambda item: item.start)
        for items in tasks.values()
        if None not in items and sorted(int(item.digits) for item in items if item) == [*range(1, len(items) + 1)]
    ]


Shape = tuple[str, str, list[tuple[int, int, str]]]


def _renumbered(items: Sequence[_Item], by: int) -> list[tuple[int, int, str]]:
    return [(item.start, item.start + len(item.digits), str(int(item.digits) + by)) for item in items]


def _split(items: list[_Item], chance: random.Random) -> Shape | None:
    whole = [at for at, item in enumerate(items) if item.own and item.plain and len(item.sentences) > 1]
    if not whole:
        return None
    at = chance.choice(whole)
    item = items[at]
    said = item.sentences
    second = "".join(said[len(said) // 2 :])
    begin = item.text.index(second)
    new = str(int(item.digits) + 1)
    tail = item.text[begin + len(second) :]
    gap = item.text[len(item.digits) : len(item.digits) + 1]
    edits = [(item.start + begin, item.end, f"{tail}\n{new}{gap}{second}{tail}"), *_renumbered(items[at + 1 :], 1)]
    return "split", item.number, edits


def _join(items: list[_Item], chance: random.Random) -> Shape | None:
    pairs = [at for at in range(len(items) - 1) if all(item.own and item.plain for item in items[at : at + 2])]
    if not pairs:
        return None
    at = chance.choice(pairs)
    one, other = items[at], items[at + 1]
    place = one.start + one.text.rindex(one.clause) - 1
    return (
        "joined",
        other.number,
        [(place, place, other.said), (other.start, other.end, ""), *_renumbered(items[at + 2 :], -1)],
    )
