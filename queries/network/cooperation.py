"""The network itself: agencies, and between two of them the tasks for which both answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from graph.stores.answer import Row
from graph.stores.store import Store
from queries.catalogue import ask
from queries.owners import Owner, owners_of
from queries.plans import scope
from queries.quarters import quarter, quarter_of_day

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Cooperation", "Member", "SharedTask", "cooperation"]


@dataclass(frozen=True)
class Member:
    """An agency in a role for a task."""

    agency_id: str
    name: str
    role: str
    collective: bool


@dataclass(frozen=True)
class SharedTask:
    """A task as it binds agencies together.

    Attributes
    ----------
    task_id, plan_id, plan, region, number, part, of, title, text
        Which task it is, and its words.
    sentence
        The clause that names the owners; the text where none does.
    quarters
        When something of it is due, as 2026Q4; a year without month is due at its end.
    members
        Who answers for it, in the order of the clause.
    """

    task_id: str
    plan_id: str
    plan: str
    region: str | None
    number: str
    part: int
    of: int
    title: str
    text: str
    sentence: str
    quarters: tuple[str, ...]
    members: tuple[Member, ...]

    @property
    def responsible(self) -> list[Member]:
        """Those without whom nothing happens: who leads, or where nobody does, who co-owns."""
        leads = [each for each in self.members if each.role == "lead"]
        return leads or [each for each in self.members if each.role == "co_own"]

    @property
    def bodies(self) -> list[str]:
        """Ids of the agencies that can be named, each once."""
        return list(dict.fromkeys(each.agency_id for each in self.members if not each.collective))


@dataclass(frozen=True)
class Cooperation:
    """Agencies and the tasks that they share.

    Attributes
    ----------
    tasks
        Every task that somebody answers for, plan by plan in document order.
    names
        Name of each agency by id, with its region where there are several; collectives are no part of it.
    pairs
        The tasks that two agencies share, as positions in `tasks`, by both ids in their order.
    """

    tasks: Sequence[SharedTask]
    names: Mapping[str, str]
    pairs: Mapping[tuple[str, str], Sequence[int]]

    @cached_property
    def shares(self) -> dict[str, list[SharedTask]]:
        """The tasks of each agency in any role, by its id."""
        found: dict[str, list[SharedTask]] = {key: [] for key in self.names}
        for task in self.tasks:
            for body in task.bodies:
                found[body].append(task)
        return found

    def graph(self) -> nx.Graph:
        """Return the network: nodes are agencies, the weight of an edge is the number of shared tasks."""
        import networkx as nx

        graph = nx.Graph()
        graph.add_nodes_from(self.names)
        graph.add_edges_from((one, other, {"weight": len(at)}) for (one, other), at in self.pairs.items())
        return graph


def cooperation(store: Store, *, region: str | None = None, plan: str | None = None) -> Cooperation:
    """Return who works with whom.

    Parameters
    ----------
    store
        An open store.
    region
        Region of the plans.
    plan
        A plan, as `queries.find_plan` reads it.

    Raises
    ------
    UnknownNameError
        If there is no such region or plan.
    """
    limits = scope(store, region=region, plan=plan)
    rows = ask.answer(store, "tasks", **limits).records
    owners = owners_of(store, [row["task_id"] for row in rows])
    due: dict[str, list[str]] = {}
    for row in ask.answer(store, "targets", **limits).records:
        if row["task_id"] and row["due_by"]:
            due.setdefault(row["task_id"], []).append(quarter_of_day(row["due_by"]))
    tasks = [
        _task(row, owners[row["task_id"]], due.get(row["task_id"], [])) for row in rows if row["task_id"] in owners
    ]
    pairs: dict[tuple[str, str], list[int]] = {}
    for at, task in enumerate(tasks):
        for one, other in combinations(sorted(task.bodies), 2):
            pairs.setdefault((one, other), []).append(at)
    return Cooperation(tasks, _names(store, tasks), dict(sorted(pairs.items())))


def _task(row: Row, owners: Sequence[Owner], due: Sequence[str]) -> SharedTask:
    own = quarter(row["deadline"], row["deadline_year"])
    quotes = dict.fromkeys(each["quote"] for each in owners if each["quote"])
    return SharedTask(
        task_id=row["task_id"],
        plan_id=row["plan_id"],
        plan=row["plan"] or row["source"],
        region=row["region"],
        number=row["number"],
        part=row["part"],
        of=row["of"],
        title=row["title"],
        text=row["text"],
        sentence="；".join(quotes) or row["text"],
        quarters=tuple(sorted({*([own] if own else []), *due})),
        members=tuple(
            Member(each["agency_id"], each["name"], each["role"], each["kind"] == "collective") for each in owners
        ),
    )


def _names(store: Store, tasks: Sequence[SharedTask]) -> dict[str, str]:
    """Return the official names of the agencies of tasks; the region is said where there are several."""
    wanted = sorted({body for task in tasks for body in task.bodies})
    rows = {row["id"]: row for row in ask.answer(store, "agencies").records}
    several = len({task.region for task in tasks}) > 1
    return {
        key: f"{rows[key]['region']} {rows[key]['name']}" if several and rows[key]["region"] else rows[key]["name"]
        for key in wanted
    }
