"""Files for ``neo4j-admin database import``: header and data for each label and each kind of relationship.

The folder brings its own import scripts, because the options must fit the data: the character
between list items is one that no item holds, and the buffer takes the longest text. Text is always quoted and a value
that is unknown is nothing at all, which is how the tool tells an empty text from none. It cannot tell an
empty list from none: such lists are set by the script that makes the constraints afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import SettingsError
from graph.exports.script import filled
from graph.files import new_folder
from graph.messages import _
from graph.model.declarations import Kind, Property
from graph.model.frames import Frames, records, to_frames
from graph.model.schema import label, relationship
from graph.stores.cypher import quoted
from graph.stores.server import statements

__all__ = ["write_admin"]

_TYPES: dict[Kind, str] = {
    "string": "string",
    "integer": "long",
    "float": "double",
    "boolean": "boolean",
    "strings": "string[]",
}
#: Candidates for the character between list items, and how the tool is told.
_DELIMITERS = {";": ";", "|": "|", "\x1f": "U+001F", "\x1e": "U+001E", "\x01": "U+0001", "\ue000": "U+E000"}
_BUFFER = 4 << 20
#: Lists that look like none in a file.
_BARE: tuple[list[str], ...] = ([], [""])
_CONSTRAINTS = "constraints.cypher"
_SCRIPTS = ("import.sh", "import.cmd")


def write_admin(graph: nx.MultiDiGraph, path: Path) -> int:
    """Write `graph` to the folder `path`; return 0, the number of texts that had to be changed.

    Raises
    ------
    SettingsError
        If the folder cannot be written or holds other things, or the graph is empty, or its lists
        hold every character that could stand between their items.
    """
    frames = to_frames(graph)
    if not frames.nodes:
        raise SettingsError(_("没有可导出的内容；请先载入方案"))
    delimiter = _delimiter(frames)
    with new_folder(path, (*_SCRIPTS, _CONSTRAINTS)) as folder:
        options, longest = [], 0
        for name, rows in frames.nodes.items():
            properties = label(name).properties
            header = [_header(item, f"ID({name})" if item.name == "id" else None) for item in properties]
            kinds: list[Kind] = [item.kind for item in properties]
            lines = _lines(records(rows), kinds, delimiter, last=f"{name}{delimiter}{statements.MARK}")
            longest = max(longest, _write(folder, name, [*header, ":LABEL"], lines))
            # With a folder before the name: newer versions of the tool look for one.
            options.append(f"--nodes=./{name}.header.csv,./{name}.csv")
        for (name, start, end), rows in frames.edges.items():
            properties = relationship(name).properties
            header = [f":START_ID({start})", f":END_ID({end})", *map(_header, properties), ":TYPE"]
            kinds = ["string", "string", *(item.kind for item in properties)]
            file = f"{name}.{start}.{end}"
            longest = max(longest, _write(folder, file, header, _lines(records(rows), kinds, delimiter, last=name)))
            options.append(f"--relationships=./{file}.header.csv,./{file}.csv")
        options = [*_options(delimiter, longest), *options]
        _scripts(folder, options)
        with (folder / _CONSTRAINTS).open("w", encoding="utf-8", newline="\n") as out:
            out.writelines(f"{text};\n" for text in statements.schema())
            out.writelines(_bare_lists(frames))
    return 0


def _options(delimiter: str, longest: int) -> list[str]:
    options = ["--id-type=string", "--multiline-fields=true", f"--array-delimiter={_DELIMITERS[delimiter]}"]
    if longest > _BUFFER // 2:
        options.append(f"--read-buffer-size={2 * longest}")
    return options


def _header(item: Property, type_: str | None = None) -> str:
    return f"{item.name}:{type_ or _TYPES[item.kind]}"


def _write(folder: Path, name: str, header: Sequence[str], lines: Iterable[str]) -> int:
    """Write both files and return how many bytes the longest record has."""
    (folder / f"{name}.header.csv").write_text(",".join(header) + "\n", encoding="utf-8", newline="\n")
    longest = 0
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as out:
        for line in lines:
            longest = max(longest, 4 * len(line))
            out.write(line)
    return longest


def _lines(rows: Iterable[Sequence[Any]], kinds: Sequence[Kind], delimiter: str, *, last: str) -> Iterator[str]:
    for row in rows:
        cells = [_cell(value, kind, delimiter) for value, kind in zip(row, kinds, strict=True)]
        yield ",".join([*cells, _quoted(last)]) + "\n"


def _cell(value: Any, kind: Kind, delimiter: str) -> str:
    if value is None:
        return ""
    if kind == "string":
        return _quoted(value)
    if kind == "strings":
        return "" if value in _BARE else _quoted(delimiter.join(value))
    if kind == "boolean":
        return "true" if value else "false"
    return repr(value)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _lists(frames: Frames) -> Iterator[tuple[str, str, list[tuple[str, list[str]]]]]:
    """Yield label, property, and the id and value of each list; no relationship has lists."""
    for name, rows in frames.nodes.items():
        for item in label(name).properties:
            if item.kind == "strings":
                pairs = zip(rows["id"], rows[item.name], strict=True)
                yield name, item.name, [(key, value) for key, value in pairs if value is not None]


def _delimiter(frames: Frames) -> str:
    """Return a character that no item of a list holds."""
    used = {char for *_, pairs in _lists(frames) for _, value in pairs for text in value for char in text}
    for candidate in _DELIMITERS:
        if candidate not in used:
            return candidate
    raise SettingsError(_("列表内容占用了所有可用的分隔符；请导出为 jsonl 或 cypher"))


def _bare_lists(frames: Frames) -> Iterator[str]:
    for name, item, pairs in _lists(frames):
        statement = f"UNWIND $rows AS row MATCH (n:{quoted(name)}:{statements.MARK} {{id: row[0]}}) SET n.{quoted(item)} = row[1]"
        yield from filled(statement, (pair for pair in pairs if pair[1] in _BARE))


def _scripts(folder: Path, options: Sequence[str]) -> None:
    begin = "Imports the files of this folder into a database that is new or empty, while the server is stopped."
    then = f"Afterwards start the server and run: cypher-shell -f {_CONSTRAINTS}"
    command = "neo4j-admin database import full"
    shell = " \\\n  ".join([f'{command} "$@"', *(f"'{each}'" for each in options)])
    (folder / "import.sh").write_text(
        f"#!/bin/sh\n# {begin}\n# {then}\n# Usage: ./import.sh [DATABASE] [FURTHER OPTIONS]\n"
        f'set -eu\ncd "$(dirname "$0")"\n{shell}\n',
        encoding="utf-8",
        newline="\n",
    )
    (folder / "import.sh").chmod(0o755)
    batch = " ^\r\n  ".join([f"call {command} %*", *(f'"{each}"' for each in options)])
    (folder / "import.cmd").write_text(
        f"@echo off\r\nrem {begin}\r\nrem {then}\r\nrem Usage: import.cmd [DATABASE] [FURTHER OPTIONS]\r\n"
        f'cd /d "%~dp0"\r\n{batch}\r\n',
        encoding="utf-8",
        newline="",
    )
