"""A part: what was read of a batch of files, as a folder of Parquet files, one a label and one a kind of relationship.

Every row says which plan of the part it is of, shared nodes too, so that the plans can be told apart again. The folder is written beside its
place and moved there, so what is there is whole; where two workers made the same part, the first stays.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from graph.model.check import check
from graph.model.columns import ENDS, edge_columns, node_columns
from graph.model.declarations import Kind, Property
from graph.model.frames import Frames, from_columns
from graph.model.plan_rows import AnyPlan, PlanContent, PlanRows, graph_of, rows_by_kind
from graph.model.rows import columns_of, graph_of_rows, plan_of
from graph.model.same_plan import card_from
from graph.model.schema import LABELS, label, relationship
from zerentu.cluster.said import error_from, kept_error, kept_message, message_from
from zerentu.reading import Reading

if TYPE_CHECKING:
    import networkx as nx

    from graph.model.same_plan import PlanCard

__all__ = ["Part", "write_part"]

#: The column that says which plan of the part a row is of. No property of ours is called so.
_AT = "__plan"
_FILES = "files.json"
_TYPES: dict[Kind, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "float": pa.float64(),
    "boolean": pa.bool_(),
    "strings": pa.list_(pa.string()),
}
_Key = tuple[str, ...]


def _schema(key: _Key) -> pa.Schema:
    ends = [("from", pa.string()), ("to", pa.string())] if len(key) == 3 else []
    properties: Sequence[Property] = relationship(key[0]).properties if ends else label(key[0]).properties
    return pa.schema([(_AT, pa.int32()), *ends, *((item.name, _TYPES[item.kind]) for item in properties)])


#: What each file of a part holds, by its label, or by its type and the labels of its ends.
_SCHEMAS: dict[_Key, pa.Schema] = {key: _schema(key) for key in (*((item.name,) for item in LABELS), *ENDS)}


def write_part(path: Path, readings: Iterable[Reading]) -> None:
    """Write what was read of a batch of files.

    Parameters
    ----------
    path
        The folder to make; if it is there already, it stays.
    readings
        What was read; of graphs the shared nodes stay that a plan does not reach, which overrides may speak of.

    Raises
    ------
    SchemaError
        If a graph does not obey the schema.
    OSError
        If the folder cannot be written.
    """
    columns: dict[_Key, list[list[Any]]] = {}
    files: list[dict[str, Any]] = []
    count = 0
    for reading in readings:
        for plan in reading.plans:
            for key, rows in _columns(plan):
                _append(columns.setdefault(key, [[] for _field in _SCHEMAS[key]]), count, rows)
            count += 1
        files.append(_kept(reading))
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    new.mkdir()
    try:
        for key, values in columns.items():
            schema = _SCHEMAS[key]
            arrays = [pa.array(column, kind) for column, kind in zip(values, schema.types, strict=True)]
            pq.write_table(pa.Table.from_arrays(arrays, schema=schema), new / _name(key), compression="zstd")
        (new / _FILES).write_text(json.dumps(files), encoding="ascii")
        try:
            new.rename(path)
        except OSError:
            if not (path / _FILES).exists():
                raise
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _columns(plan: AnyPlan) -> Iterator[tuple[_Key, list[Sequence[Any]]]]:
    """Yield the columns of each label and of each kind of relationship of a plan."""
    if isinstance(plan, PlanContent):
        nodes, edges = rows_by_kind([plan])
        for name, rows in nodes.items():
            yield (name,), list(zip(*rows, strict=True))
        for ends, rows in edges.items():
            yield ends, list(zip(*rows, strict=True))
        return
    graph = graph_of(plan)
    check(graph)
    plan_of(graph)
    labels, kinds = columns_of(graph)
    for name, columns in labels.items():
        yield (name,), list(columns.values())
    for ends, columns in kinds.items():
        yield ends, list(columns.values())


def _append(columns: list[list[Any]], at: int, values: Sequence[Sequence[Any]]) -> None:
    columns[0].extend([at] * len(values[0]))
    for column, more in zip(columns[1:], values, strict=True):
        column.extend(more)


def _name(key: _Key) -> str:
    return f"{'.'.join(key)}.parquet"


def _kept(reading: Reading) -> dict[str, Any]:
    return {
        "path": str(reading.path),
        "plans": len(reading.plans),
        "notes": [kept_message(note) for note in reading.notes],
        "error": None if reading.error is None else kept_error(reading.error),
    }


class Part:
    """A part that was written; see `graph.model.plan_rows.Batch`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def readings(self, paths: Iterable[Path]) -> Iterator[Reading]:
        """Yield what was read of each file.

        Parameters
        ----------
        paths
            The files as this process names them, in the order of the batch.
        """
        files = json.loads((self._path / _FILES).read_text(encoding="ascii"))
        cards = self._cards()
        at = 0
        for path, kept in zip(paths, files, strict=True):
            plans = [PlanRows(cards[place], self, place) for place in range(at, at + kept["plans"])]
            at += kept["plans"]
            notes = [message_from(note) for note in kept["notes"]]
            yield Reading(path, plans, notes, None if kept["error"] is None else error_from(kept["error"]))

    def graph(self, at: int) -> nx.MultiDiGraph:
        """Return the graph of the plan at one place."""
        nodes, edges = {}, {}
        for key, table in self._tables.items():
            mine = table.filter(pc.equal(table[_AT], at))
            if len(mine):
                rows = zip(*(column.to_pylist() for column in mine.columns[1:]), strict=True)
                if len(key) == 3:
                    edges[key] = rows
                else:
                    nodes[key[0]] = rows
        return graph_of_rows(nodes, edges)

    def frames(self, places: Sequence[int]) -> Frames:
        """Return the plans at some places, in their order, as one graph; where two hold the same, the later wins."""
        wanted = pa.array(places, pa.int32())
        frames = Frames()
        for key, table in self._tables.items():
            mine = table.filter(pc.is_in(table[_AT], wanted))
            if not len(mine):
                continue
            names = edge_columns(key[0]) if len(key) == 3 else node_columns(key[0])
            rows = from_columns({name: mine[name].to_pylist() for name in names})
            rows = rows.drop_duplicates(subset=names[: len(key[-2:])], keep="last", ignore_index=True)
            if len(key) == 3:
                frames.edges[key] = rows
            else:
                frames.nodes[key[0]] = rows
        return frames

    @cached_property
    def _tables(self) -> dict[_Key, pa.Table]:
        there = ((key, self._path / _name(key)) for key in _SCHEMAS)
        return {key: _read(path) for key, path in there if path.exists()}

    def _cards(self) -> list[PlanCard]:
        plans = self._values("Plan", node_columns("Plan"))
        texts: dict[str, list[list[str | None]]] = {}
        for name, column in (("Task", "title"), ("Target", "text")):
            texts[name] = [[] for _plan in plans]
            for at, text in self._values(name, [column]):
                texts[name][at].append(text)
        return [
            card_from(dict(zip(node_columns("Plan"), row, strict=True)), texts["Task"][at], texts["Target"][at])
            for at, *row in plans
        ]

    def _values(self, name: str, columns: Sequence[str]) -> list[tuple[Any, ...]]:
        path = self._path / _name((name,))
        if not path.exists():
            return []
        table = _read(path, [_AT, *columns])
        return list(zip(*(table[column].to_pylist() for column in (_AT, *columns)), strict=True))


def _read(path: Path, columns: Sequence[str] | None = None) -> pa.Table:
    # One file a table, never a data set: the name of a folder says nothing of its rows.
    return pq.ParquetFile(path).read(columns=columns)
