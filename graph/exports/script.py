"""A plain Cypher script that makes the graph in an empty Neo4j database: for those who may not import files.

It runs in cypher-shell and in the Browser, needs no parameters, and stops at a constraint when it is run
a second time. Values stand in it as literals, so that a quote of a plan is never read as Cypher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.files import new_file
from graph.model.frames import records, to_frames
from graph.stores.server import statements

__all__ = ["MOST_CHARACTERS", "MOST_ROWS", "filled", "literal", "write_script"]

#: A server reads a statement as a whole; these bounds keep its memory small.
MOST_ROWS = 500
MOST_CHARACTERS = 200_000

_SPECIAL = re.compile(r"[\\'\r\n\t\b\f\x00-\x1f]")
_ESCAPES = {"\\": r"\\", "'": r"\'", "\r": r"\r", "\n": r"\n", "\t": r"\t", "\b": r"\b", "\f": r"\f"}


def write_script(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write `graph` to `path`; return 0, the number of texts that had to be changed.

    Raises
    ------
    SettingsError
        If the file cannot be written.
    """
    frames = to_frames(graph)
    with new_file(path) as out:
        out.write("// For an empty Neo4j database: cypher-shell -f FILE, or paste it into the Browser.\n")
        out.writelines(f"{text};\n" for text in statements.schema())
        for name, rows in frames.nodes.items():
            out.writelines(filled(statements.create_nodes(name), records(rows)))
        for ends, rows in frames.edges.items():
            out.writelines(filled(statements.create_edges(ends), records(rows)))
    return 0


def literal(value: Any) -> str:
    r"""Return a value as it is written in Cypher.

    Examples
    --------
    >>> print(literal(["换\n行", "引'号", None, 1.5, True]))
    ['换\n行', '引\'号', null, 1.5, true]
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{_SPECIAL.sub(_escaped, value)}'"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(literal, value))}]"
    return repr(value)


def _escaped(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04x}"


def filled(statement: str, rows: Iterable[Sequence[Any]]) -> Iterator[str]:
    """Yield `statement` with literals for its ``$rows``, as often as there are batches of them."""
    before, after = statement.split("$rows", 1)
    batch: list[str] = []
    size = 0
    for row in rows:
        text = literal(list(row))
        if batch and (len(batch) == MOST_ROWS or size + len(text) > MOST_CHARACTERS):
            yield _statement(before, batch, after)
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield _statement(before, batch, after)


def _statement(before: str, batch: list[str], after: str) -> str:
    values = ",\n  ".join(batch)
    return f"{before}[\n  {values}\n]{after};\n"
