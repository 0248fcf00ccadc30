"""A graph as JSON lines, nodes before relationships: nothing is lost, and it reads back to the same graph.

The objects are those that ``apoc.export.json`` writes and ``apoc.import.json`` reads. Characters
at which some programs break lines (U+0085, U+2028, U+2029) are escaped, so that a line is a line everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import ReadError
from graph.files import new_file
from graph.messages import Message, _
from graph.model.check import check

__all__ = ["read_jsonl", "write_jsonl"]

_BREAKS = re.compile("[\x85\u2028\u2029]")


def write_jsonl(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write `graph` to `path`; return 0, the number of texts that had to be changed.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    with new_file(path) as out:
        for item in _objects(graph):
            line = json.dumps(item, ensure_ascii=False, allow_nan=False)
            out.write(_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", line) + "\n")
    return 0


def read_jsonl(path: str | Path) -> nx.MultiDiGraph:
    """Return the graph that `write_jsonl` wrote to `path`.

    Raises
    ------
    ReadError
        If the file cannot be opened, is cut short, or a line of it is no node and no relationship.
    SchemaError
        If the graph does not obey the schema.
    """
    path = Path(path)
    graph = nx.MultiDiGraph()
    number = 1
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for line in lines:
                if not line.endswith("\n"):
                    raise ValueError(_("不完整"))
                _add(graph, json.loads(line))
                number += 1
    except OSError as error:
        raise ReadError(_("{path}：无法打开（{why}）", path=path, why=error.strerror)) from error
    except (ValueError, KeyError, TypeError, IndexError) as error:
        why = next((each for each in error.args if isinstance(each, Message)), error)
        raise ReadError(
            _(
                "{path}：第 {line} 行不是导出的节点或关系（{why}）；请重新导出",
                path=path,
                line=number,
                why=why,
            )
        ) from error
    check(graph)
    return graph


def _objects(graph: nx.MultiDiGraph) -> Iterator[dict[str, Any]]:
    labels = dict(graph.nodes(data="label"))
    for key, data in graph.nodes(data=True):
        properties = {name: value for name, value in data.items() if name != "label"}
        yield {"type": "node", "id": key, "labels": [data["label"]], "properties": properties}
    for source, target, kind, data in graph.edges(keys=True, data=True):
        start, end = ({"id": key, "labels": [labels[key]]} for key in (source, target))
        yield {"type": "relationship", "label": kind, "properties": dict(data), "start": start, "end": end}


def _add(graph: nx.MultiDiGraph, item: Mapping[str, Any]) -> None:
    if item["type"] == "node":
        (label,) = item["labels"]
        if item["id"] in graph:
            raise ValueError(_("标识重复"))
        graph.add_node(item["id"], label=label, **item["properties"])
        return
    if item["type"] != "relationship":
        raise ValueError(_("没有类型 {type!r}", type=item["type"]))
    source, target, kind = item["start"]["id"], item["end"]["id"], item["label"]
    if source not in graph or target not in graph:
        raise ValueError(_("缺少一端的节点"))
    if graph.has_edge(source, target, kind):
        raise ValueError(_("关系重复"))
    graph.add_edge(source, target, key=kind, **item["properties"])
