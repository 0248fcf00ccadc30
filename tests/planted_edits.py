"""Edits planted at known places of a plan's text, for tests and benchmarks of comparisons of editions.

Each edit is known by what it must be told as: kind of change and number of the task. Edits of one text touch different
tasks, so that what is found can be compared with what was planted as a set.
"""

from __future__ import annotations

import random
import re
from collections import Counter
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
    handed = [
        data["start"]
        for _, _, kind, data in graph.edges(keys=True, data=True)
        if kind in _ROLES and data.get("inherited") and data.get("start") is not None
    ]
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
