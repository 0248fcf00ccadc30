"""The one door to a database: what every store can do, whatever engine is behind it.

A store takes property graphs (see `graph.model.schema`) and Cypher with parameters, and
gives back rows and property graphs. It never hands out a driver, a session
or an engine's own ids.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from graph.stores.answer import Answer

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["LoadReport", "Parameter", "Store"]

Parameter = str | int | float | bool | list[str]


@dataclass(frozen=True)
class LoadReport:
    """What a load changed: ids of plans that are new, that replaced an older version, that were already there unchanged."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)


@runtime_checkable
class Store(Protocol):
    """A place that keeps plans as a property graph."""

    @property
    def name(self) -> str:
        """Path or address for messages; never holds a password."""

    def load(self, plans: Sequence[nx.MultiDiGraph], *, progress: Callable[[int], None] | None = None) -> LoadReport:
        """Put plans in, each replacing the version of it that the store holds.

        Every plan is in as a whole or not at all, whatever happens. The embedded store writes all of them or none.
        A server takes one plan after another, so that a large load needs no large transaction: where it fails
        between two, the error says how many are in, and loading all again completes them.

        Parameters
        ----------
        plans
            One graph a plan: exactly one Plan node and everything that belongs to it.
        progress
            Called with the number of plans written so far.

        Raises
        ------
        SchemaError
            If a graph does not obey the schema; nothing is written.
        StoreBusy
            If another process is writing.
        StoreUnavailable
            If the store cannot be reached or written.
        """

    def remove(self, plan_id: str) -> bool:
        """Take a plan out, with the shared nodes that nothing else reaches; False if the store does not hold it."""

    def answer(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Answer:
        """Run a reading query and return its rows as plain records, ``None`` for null, columns as in RETURN.

        A node comes as a dict of its properties and its ``label``, a relationship as a dict of its properties and
        its ``type``, a path as a dict of ``nodes`` and ``relationships``.

        Parameters
        ----------
        cypher
            One statement; one that writes is refused.
        parameters
            Values for its ``$names``.
        timeout
            Seconds after which the engine ends the query.
        limit
            Most rows to fetch; ask for one more than is wanted to know whether there are more.

        Raises
        ------
        QueryError
            If the engine does not accept the query, or it writes, or takes too long.
        """

    def rows(
        self,
        cypher: str,
        parameters: Mapping[str, Parameter] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> pd.DataFrame:
        """Return what `answer` returns as a data frame: dtype object throughout."""
        return self.answer(cypher, parameters, timeout=timeout, limit=limit).frame()

    def graph(self) -> nx.MultiDiGraph:
        """Return everything the store holds."""

    def close(self) -> None:
        """Let go of files and connections; closing twice is harmless."""

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Close it."""
        self.close()
