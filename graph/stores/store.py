"""The one door to a database: what every store can do, whatever engine is behind it.

A store takes property graphs (see `graph.model.schema`) and Cypher with parameters, and
gives back rows and property graphs. It never hands out a driver, a session
or an engine's own ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, Self, runtime_checkable

from graph.stores.answer import Answer

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.model.plan_rows import AnyPlan
    from graph.model.progress import ProgressReport
    from graph.model.reports import Added
    from graph.model.same_plan import Editions, PlanCard

__all__ = ["LoadReport", "Outcome", "Parameter", "Revise", "State", "Store"]

Parameter = str | int | float | bool | list[str]


#: What turns the graph of a plan into the one that is stored.
Revise = Callable[["nx.MultiDiGraph"], "nx.MultiDiGraph"]

State = Literal["added", "replaced", "unchanged", "older"]


@dataclass(frozen=True)
class Outcome:
    """What became of one plan that was loaded.

    Attributes
    ----------
    plan
        The plan, under the id that it has in the store.
    state
        Whether it is new, took the place of another version, was there already, or is older than what is there.
    over
        The version that gave way; where the state is ``older``, the newer one that stays.
    beside
        Plans of the same title that stay, and that no 文号 tells from it.
    astray
        Ids of reports of progress that were about tasks which the new version no longer has; they are kept.
    """

    plan: PlanCard
    state: State
    over: PlanCard | None = None
    beside: tuple[PlanCard, ...] = ()
    astray: tuple[str, ...] = ()


@dataclass(frozen=True)
class LoadReport:
    """What a load changed: one outcome for each plan, in the order given."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def added(self) -> list[str]:
        """Ids of plans that are new."""
        return self._ids("added")

    @property
    def replaced(self) -> list[str]:
        """Ids of plans that took the place of an older version."""
        return self._ids("replaced")

    @property
    def unchanged(self) -> list[str]:
        """Ids of plans that were already there, as they are."""
        return self._ids("unchanged")

    @property
    def older(self) -> list[str]:
        """Ids of plans of which a newer version stays."""
        return list(dict.fromkeys(each.plan.id for each in self.outcomes if each.state == "older"))

    def _ids(self, wanted: State) -> list[str]:
        """Return the ids in one state at the end: what came and gave way in the same load leaves no trace."""
        states: dict[str, State] = {}
        for each in self.outcomes:
            before = states.pop(each.over.id, None) if each.over and each.state == "replaced" else None
            if each.state == "unchanged":
                states.setdefault(each.plan.id, "unchanged")
            elif each.state != "older":
                states[each.plan.id] = "added" if before == "added" else each.state
        return [key for key, state in states.items() if state == wanted]


@runtime_checkable
class Store(Protocol):
    """A place that keeps plans as a property graph."""

    @property
    def name(self) -> str:
        """Path or address for messages; never holds a password."""

    def load(
        self,
        plans: Iterable[AnyPlan],
        *,
        editions: Editions = "newer",
        revise: Revise | None = None,
        progress: Callable[[int], None] | None = None,
    ) -> LoadReport:
        """Put plans in, each replacing the older version of it that the store holds.

        Which plans are versions of one, `graph.model.same_plan` says: another 文号, year, issuer or mostly other tasks
        make another plan, which is kept beside. An older version never replaces a newer one unless it is asked for.
        Every plan is in as a whole or not at all, whatever happens. The embedded store writes all of them or none.
        A server takes them in many transactions, so that a large load needs no large one, and writes plans that have nothing to
        do with each other at once, with the same result. A plan that it refuses costs itself: the others go in, and the
        error names it. Where the server is lost, the error says how many are in; loading all again completes them.

        Parameters
        ----------
        plans
            One graph a plan: exactly one Plan node and everything that belongs to it; or the rows of one. They are taken in portions, so
            an iterator of any length will do.
        editions
            ``newer``, ``replace`` (an older version too replaces), ``keep`` (versions stay side by side), or ``exact``
            (what has the same id is replaced and nothing else, as in a copy of a store).
        revise
            Called with the graph of each plan that is written, under the ids that it has in the store; what it returns is
            written. Ids depend on what else the store holds, so overrides, which name things by id, come here.
        progress
            Called with the number of plans done so far.

        Raises
        ------
        SchemaError
            If a graph does not obey the schema; nothing is written (on a server, of an iterator: nothing of its portion).
        StoreBusy
            If another process is writing.
        StoreUnavailable
            If the store cannot be reached or written.
        """

    def remove(self, plan_id: str) -> bool:
        """Take a plan out, with its reports of progress and the shared nodes that nothing else reaches.

        False if the store does not hold it.
        """

    def add_progress(self, reports: Sequence[ProgressReport], *, imported: str) -> Added:
        """Add what offices reported: all of it or nothing. A report that is there already changes nothing.

        Reports stay when their plan is loaded again. They follow a task whose id stays, or whose plan gets another id;
        those whose task is gone stay with the plan, and the load says which (`Outcome.astray`).

        Parameters
        ----------
        reports
            In the order in which they came in.
        imported
            Today, YYYY-MM-DD.

        Raises
        ------
        SchemaError
            If one of them says what no report may say, or is about a task that the store does not hold; nothing is
            written. The message names file, sheet and line.
        StoreBusy, StoreUnavailable
            As `load`.
        """

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
