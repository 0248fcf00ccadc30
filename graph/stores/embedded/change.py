"""One change of an embedded store: a copy of its file is changed, sealed and swapped in, whatever the size of the rest.

The copy costs as much as reading the file; what is written besides is what comes and what goes. Until the swap the old
file is the store, so a change that is killed or given up leaves the old state.

Rows that join filled tables cost the engine some two seconds at the checkpoint, and room in the file, however few they
are. A small store is therefore written anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from graph.errors import StoreUnavailable
from graph.messages import _
from graph.model.columns import SHARED, node_columns
from graph.model.frames import Frames, merge, records, without_plans
from graph.model.schema import label as label_of
from graph.stores.cypher import quoted
from graph.stores.embedded import snapshot
from graph.stores.embedded.ddl import fingerprint
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.held import OWNED_ENDS, OWNED_LABELS, SHARED_ENDS, Held, owner

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["SMALL", "Change"]

#: Bytes of a file below which writing all of it anew is cheaper than a checkpoint: some 100,000 relationships.
SMALL = 1 << 24


class Change:
    """A change that is going on; use it as a context manager, holding the lock of the store, and `finish` it.

    Parameters
    ----------
    path
        The file of the store.
    make
        Whether the file is made if it is missing.
    name
        What messages call it.
    wait
        As of `graph.stores.embedded.snapshot.publish`.
    """

    def __init__(self, path: Path, *, make: bool, name: str, wait: float) -> None:
        self._path = path
        self._make = make
        self._name = name
        self._wait = wait
        self._new = snapshot.beside(path, ".new")
        self._writing = False
        self._filled = False
        self._engine: Engine | None = None

    def __enter__(self) -> Self:
        """Open the file, if there is one."""
        if self._path.exists() or not self._make:
            self._engine = Engine.reading(self._path)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go of the files; what was not finished is gone."""
        try:
            if self._writing and self._engine is not None:
                self._engine.abandon()
            else:
                self._close()
        finally:
            # What cannot be removed now is removed by the next load.
            with suppress(OSError):
                snapshot.clear(self._new)
        if isinstance(error, OSError) and not isinstance(error, StoreUnavailable):
            raise StoreUnavailable(
                _("{name} 无法写入（{why}）；图库保持原样", name=self._name, why=error.strerror)
            ) from error

    @property
    def held(self) -> Held:
        """What the store holds, with what was changed so far."""
        return Held(self._engine)

    def apply(self, gone: Collection[str], new: Frames) -> None:
        """Take plans out, with the shared nodes that nothing else reaches, and put in what is new."""
        if not gone and not new.nodes and not new.edges:
            return
        if self._engine is not None and not self._writing and self._path.stat().st_size < SMALL:
            self._rewrite(self._engine, gone, new)
            return
        engine = self._begin()
        if self._filled:
            # The engine keeps the memory of every COPY, some 150 MB for 500 plans, until it is closed.
            self._close()
            engine = self._engine = Engine.building(self._new)
        if gone:
            _take_out(engine, sorted(gone), {key for name in new.nodes for key in new.nodes[name]["id"]})
        _put_in(engine, new)
        engine.checkpoint()
        self._filled = True

    def finish(self) -> None:
        """Make the change the store; nothing happens where nothing was changed."""
        if not self._writing:
            if self._path.exists():
                return
            self._begin()
        # A file of an older version has none; in an empty one they are made when all rows are there.
        if self._engine is not None and self._engine.make_indexes():
            self._engine.checkpoint()
        self._close()
        snapshot.seal(self._new, fingerprint())
        snapshot.publish(self._new, self._path, wait=self._wait)

    def _begin(self) -> Engine:
        """Return the engine on a file of its own."""
        if self._writing and self._engine is not None:
            return self._engine
        # Whatever a killed writer left: we hold the lock, so nobody else is writing.
        snapshot.clear(self._new)
        if self._engine is None:
            self._engine = Engine.building(self._new)
            self._writing = True
            self._engine.make_tables()
            return self._engine
        self._close()
        snapshot.unsealed_copy(self._path, self._new, fingerprint())
        self._engine = Engine.building(self._new)
        self._writing = True
        return self._engine

    def _rewrite(self, held: Engine, gone: Collection[str], new: Frames) -> None:
        """Write what the store holds, changed, into a file of its own."""
        frames = merge([without_plans(held.frames(), gone), new])
        self._close()
        snapshot.clear(self._new)
        self._engine = Engine.building(self._new)
        self._writing = True
        self._engine.fill(frames)

    def _close(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


def _take_out(engine: Engine, plans: list[str], coming: set[str]) -> None:
    """Delete what some plans own, and the shared nodes that nothing else reaches then; a node that comes again stays.

    What comes again loses what was said of it, as if it were loaded anew.
    """
    held = Held(engine)
    touched: set[str] = set()
    for name, start, end in OWNED_ENDS:
        if (start in SHARED) == (end in SHARED):
            continue
        theirs, mine = ("a", f"b.{owner(end)}") if start in SHARED else ("b", f"a.{owner(start)}")
        pattern = f"(a:{quoted(start)})-[r:{quoted(name)}]->(b:{quoted(end)})"
        text = f"MATCH {pattern} WHERE {mine} IN $ids RETURN DISTINCT {theirs}.id"
        touched.update(key for [key] in engine.run(text, {"ids": plans})[1])
    suspects = held.reached(touched)
    for name in OWNED_LABELS:
        engine.write(f"MATCH (n:{quoted(name)}) WHERE n.{owner(name)} IN $ids DETACH DELETE n", {"ids": plans})
    alone = _unreached(engine, held, suspects)
    if not alone:
        return
    stay = sorted(alone & coming)
    if stay:
        for name, start, end in SHARED_ENDS:
            pattern = f"(a:{quoted(start)})-[r:{quoted(name)}]->(b:{quoted(end)})"
            engine.write(f"MATCH {pattern} WHERE a.id IN $ids OR b.id IN $ids DELETE r", {"ids": stay})
    leave = sorted(alone - coming)
    if leave:
        for name in sorted(SHARED):
            engine.write(f"MATCH (n:{quoted(name)}) WHERE n.id IN $ids DETACH DELETE n", {"ids": leave})


def _unreached(engine: Engine, held: Held, suspects: set[str]) -> set[str]:
    """Return which of some shared nodes neither a plan reaches nor a shared node that is reached.

    `suspects` hold whatever they lead to.
    """
    if not suspects:
        return set()
    ids = sorted(suspects)
    kept: set[str] = set()
    for name, start, end in OWNED_ENDS:
        if (start in SHARED) == (end in SHARED):
            continue
        theirs = "a" if start in SHARED else "b"
        pattern = f"(a:{quoted(start)})-[r:{quoted(name)}]->(b:{quoted(end)})"
        text = f"MATCH {pattern} WHERE {theirs}.id IN $ids RETURN DISTINCT {theirs}.id"
        kept.update(key for [key] in engine.run(text, {"ids": ids})[1])
    for name, start, end in SHARED_ENDS:
        # A shared node outside is reached as it was before.
        pattern = f"(a:{quoted(start)})-[r:{quoted(name)}]->(b:{quoted(end)})"
        text = f"MATCH {pattern} WHERE b.id IN $ids AND NOT a.id IN $ids RETURN DISTINCT b.id"
        kept.update(key for [key] in engine.run(text, {"ids": ids})[1])
    return suspects - held.reached(kept)


def _put_in(engine: Engine, new: Frames) -> None:
    """Add rows; shared nodes and relationships that are there stay, with the values that come."""
    held = Held(engine)
    nodes, edges = dict(new.nodes), dict(new.edges)
    for name in SHARED & nodes.keys():
        rows = nodes[name]
        there = held.shared((name, key) for key in rows["id"])
        for row in records(rows):
            if there.get((name, row[0]), row) != row:
                _set(engine, name, row)
        nodes[name] = rows[~rows["id"].isin({key[1] for key in there})]
    for ends in set(SHARED_ENDS) & edges.keys():
        rows = edges[ends]
        found = held.shared((*ends, *pair) for pair in _pairs(rows))
        edges[ends] = rows[[(*ends, *pair) not in found for pair in _pairs(rows)]]
    engine.copy(Frames(nodes, edges))


def _pairs(rows: pd.DataFrame) -> Iterable[tuple[str, str]]:
    return zip(rows["from"].tolist(), rows["to"].tolist(), strict=True)


def _set(engine: Engine, name: str, row: tuple[Any, ...]) -> None:
    """Give a node other values. Neither null nor an empty list has a type as a parameter, so these stand in the text."""
    values = dict(zip(node_columns(name), row, strict=True))
    kinds = {each.name: each.kind for each in label_of(name).properties}
    texts, parameters = [], {"id": values.pop("id")}
    for at, (column, value) in enumerate(values.items()):
        if value is None:
            said = "NULL"
        elif value == [] and kinds[column] == "strings":
            said = "CAST([] AS STRING[])"
        else:
            said = f"$value{at}"
            parameters[f"value{at}"] = value
        texts.append(f"n.{quoted(column)} = {said}")
    engine.write(f"MATCH (n:{quoted(name)} {{id: $id}}) SET {', '.join(texts)}", parameters)
