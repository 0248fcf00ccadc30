"""Ways out: one module a format, each writing a property graph for another program.

`export` checks the graph, writes it under a temporary name and moves it into place, so that what is
there is whole. Nothing is changed silently: what a format cannot hold is refused, or counted in the report.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx

from graph.errors import SettingsError
from graph.exports.admin import write_admin
from graph.exports.gexf import write_gexf
from graph.exports.graphml import write_graphml
from graph.exports.jsonl import read_jsonl, write_jsonl
from graph.exports.script import write_script
from graph.messages import _
from graph.model.check import check
from graph.model.frames import to_frames

__all__ = ["FORMATS", "Exported", "export", "read_jsonl"]

#: Format to the function that writes it; each returns how many texts it had to change.
FORMATS: dict[str, Callable[[nx.MultiDiGraph, Path], int]] = {
    "neo4j-admin": write_admin,
    "graphml": write_graphml,
    "gexf": write_gexf,
    "jsonl": write_jsonl,
    "cypher": write_script,
}


@dataclass(frozen=True)
class Exported:
    """What was written.

    Attributes
    ----------
    path : Path
        The file, or the folder for ``neo4j-admin``.
    nodes, relationships : int
        How many.
    changed : int
        Texts in which control characters became their pictures, because the format cannot hold them.
    """

    path: Path
    nodes: int
    relationships: int
    changed: int


def export(graph: nx.MultiDiGraph, path: str | Path, form: str) -> Exported:
    """Write a graph for another program.

    Parameters
    ----------
    graph
        A property graph that obeys the schema.
    path
        The file to write, or the folder for ``neo4j-admin``; what is there is replaced as a whole.
    form
        A key of `FORMATS`.

    Raises
    ------
    SettingsError
        If there is no such format, or the place cannot be written, or the format cannot hold something.
    SchemaError
        If the graph does not obey the schema.
    """
    if form not in FORMATS:
        raise SettingsError(_("没有导出格式 {form!r}；可用的有 {formats}", form=form, formats=list(FORMATS)))
    check(graph)
    # Refuses what no file of UTF-8 can hold, before anything is written.
    to_frames(graph)
    path = Path(path)
    changed = FORMATS[form](graph, path)
    return Exported(path, graph.number_of_nodes(), graph.number_of_edges(), changed)
