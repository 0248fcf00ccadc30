"""Changes somebody thinks of, and the entries of an overrides file that make each of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.agencies.nodes import agency_id
from graph.agencies.resolve import resolve
from graph.errors import UnknownNameError
from graph.messages import _
from graph.model.rows import plan_of
from graph.model.schema import RESPONSIBILITIES, ROLES
from graph.stores.answer import Row
from graph.stores.store import Store
from queries.agencies import Match, agency_tasks, resolve_agency
from queries.plans import find_region
from queries.tasks import task as find_tasks

__all__ = ["OWNING", "Abolish", "Act", "Entry", "Merge", "Move", "Step", "answers", "step_of"]

#: Kind and values of an entry of the file.
Entry = tuple[str, dict[str, Any]]
#: Relationships in which an agency answers for something.
OWNING = frozenset(item.name for item in RESPONSIBILITIES)
_SHOWN = 6


@dataclass(frozen=True)
class Merge:
    """Bodies become one, which may be one of them or new; a single body is renamed."""

    names: tuple[str, ...]
    into: str


@dataclass(frozen=True)
class Abolish:
    """A body is no more, and nobody takes its tasks."""

    name: str


@dataclass(frozen=True)
class Move:
    """A task gets another lead; where nobody led it, it gets one."""

    task: str
    to: str


Act = Merge | Abolish | Move


@dataclass(frozen=True)
class Step:
    """An act as it is understood.

    Attributes
    ----------
    kind
        ``merge``, ``rename``, ``abolish`` or ``move``.
    subjects
        Official names of the bodies, or number and title of the task.
    into
        The body that takes over; None where none does.
    bodies
        Ids of the bodies.
    task_id
        The task that is moved.
    region
        The region of the bodies, or of the task; None where the plan does not tell.
    """

    kind: str
    subjects: tuple[str, ...]
    into: str | None
    bodies: tuple[str, ...] = ()
    task_id: str | None = None
    region: str | None = None

    def entries(self, graph: nx.MultiDiGraph) -> Iterator[Entry]:
        """Yield the entries that concern the tasks and targets of a plan, as its graph stands before this act."""
        if self.kind == "move":
            yield from self._moved(graph)
        for body in self.bodies:
            for held, data in answers(graph, body):
                where = {"task" if graph.nodes[held]["label"] == "Task" else "target": held}
                if self.into is None:
                    yield "owner", {**where, "drop": body}
                elif data["basis"] == "manual":
                    # Owners of the file are added after it renames: they get the new name by entries of their own.
                    yield "owner", {**where, "drop": data["name"], "role": data["role"]}
                    yield "owner", {**where, "add": self.into, "role": data["role"]}

    def _moved(self, graph: nx.MultiDiGraph) -> Iterator[Entry]:
        if self.task_id not in graph:
            return
        assert self.into is not None
        plan = plan_of(graph)
        region, level = graph.nodes[plan].get("region"), graph.nodes[plan].get("level")
        new = agency_id(self.into, plan, region, level)
        for body, _end, kind, data in sorted(
            graph.in_edges(self.task_id, keys=True, data=True), key=lambda each: each[0]
        ):
            if kind not in OWNING or (body == new and data["role"] == "lead"):
                continue
            # Whoever leads gives the task up, and the new lead any other role that it had.
            if body == new or data["role"] == "lead":
                yield "owner", {"task": self.task_id, "drop": body, "role": data["role"]}
        if not graph.has_edge(new, self.task_id, key=ROLES["lead"]):
            yield "owner", {"task": self.task_id, "add": self.into, "role": "lead"}


def answers(graph: nx.MultiDiGraph, body: str) -> list[tuple[str, dict[str, Any]]]:
    """Return what a body answers for in a plan, each with what the relationship says, in the order of ids."""
    if body not in graph:
        return []
    found = [(end, data) for _, end, kind, data in graph.out_edges(body, keys=True, data=True) if kind in OWNING]
    return sorted(found, key=lambda each: (each[0], each[1]["role"]))


def step_of(store: Store, act: Act, *, region: str | None = None, plan: str | None = None) -> tuple[Step, list[Entry]]:
    """Return an act as it is understood, with the entries that concern every plan.

    Parameters
    ----------
    store
        An open store.
    act
        What is thought of.
    region, plan
        Where its bodies and its task are, if several have their names.

    Raises
    ------
    UnknownNameError
        If no body or task is meant, or more than one.
    """
    if isinstance(act, Move):
        row = _task(store, act.task, region, plan)
        to = _name(store, act.to, row["region"])
        return Step("move", (f"{row['number']} {row['title']}",), to, task_id=row["task_id"], region=row["region"]), []
    names = act.names if isinstance(act, Merge) else (act.name,)
    found = [_body(store, name, region, plan) for name in names]
    bodies = tuple(dict.fromkeys(match.id for each in found for match in each))
    subjects = tuple(dict.fromkeys(each[0].name for each in found))
    if isinstance(act, Abolish):
        return Step("abolish", subjects, None, bodies, region=found[0][0].region), []
    places = dict.fromkeys(match.region for each in found for match in each)
    if len(places) > 1:
        raise UnknownNameError(
            _("{names} 不在同一地区（{regions}），不能并成一个机构", names=list(subjects), regions=[*map(str, places)])
        )
    place = next(iter(places))
    into = _name(store, act.into, place)
    new = resolve(into, place).id if place else None
    renamed: list[Entry] = [("rename", {"agency": body, "name": into}) for body in bodies if body != new]
    return Step("merge" if len(bodies) > 1 else "rename", subjects, into, bodies, region=place), renamed


def _body(store: Store, name: str, region: str | None, plan: str | None) -> list[Match]:
    """Return the one body that a name means, and those that an override takes for the same."""
    matches = resolve_agency(store, name, region=region)
    meant = [match for match in matches if match.how != "same_as"]
    if len(meant) > 1 and region is not None:
        here = find_region(region, [match.region for match in matches] or [region])
        meant = [match for match in meant if match.region == here] or meant
    if len(meant) > 1 and plan is not None:
        rows = agency_tasks.answer(store, name, region=region, plan=plan).records
        meant = [match for match in meant if match.id in {row["agency_id"] for row in rows}] or meant
    if len(meant) > 1:
        listed = [f"{match.region or '—'} {match.name}" for match in meant]
        raise UnknownNameError(
            _(
                "“{name}”可指 {count} 个机构，请用 --region 或全称写明：{listed}",
                name=name,
                count=len(meant),
                listed=listed[:_SHOWN],
            ),
            listed[:3],
        )
    return [*meant, *(match for match in matches if match.how == "same_as")]


def _name(store: Store, name: str, region: str | None) -> str:
    """Return the official name of a body that the store need not know."""
    if region is None:
        return name
    found = resolve(name, region)
    # A body of another place keeps the name that tells the place.
    return found.canonical if found.region == region else name


def _task(store: Store, text: str, region: str | None, plan: str | None) -> Row:
    rows = find_tasks.answer(store, text, region=region, plan=plan).records
    if len(rows) > 1:
        listed = [f"{row['region'] or '—'} {row['number']} {row['title']} ({row['task_id']})" for row in rows]
        raise UnknownNameError(
            _(
                "“{text}”可指 {count} 项任务，请写其中一项的标识：{listed}",
                text=text,
                count=len(rows),
                listed=listed[:_SHOWN],
            ),
            listed[:3],
        )
    return rows[0]
