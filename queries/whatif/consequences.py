"""What a change means: who answers for which task and target before and after, and where a lead or an owner is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from graph.agencies.nodes import agency_id
from graph.model.rows import plan_of
from graph.model.schema import ROLES
from graph.model.split import split
from graph.overrides.apply import apply_overrides
from graph.overrides.file import Override, parse_overrides
from graph.overrides.write import to_toml
from graph.stores.store import Store
from queries.whatif.acts import OWNING, Act, Entry, Step, step_of

__all__ = ["Answering", "Held", "Moved", "WhatIf", "whatif"]


@dataclass(frozen=True)
class Answering:
    """A body in a role."""

    agency_id: str
    agency: str
    role: str


@dataclass(frozen=True)
class Moved:
    """A role that a body gives up or gets; `new` took it over from `old`, one of them may be None."""

    role: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class Held:
    """A task or target whose owners change.

    Attributes
    ----------
    id, plan_id, plan, region
        Which one, and where it stands.
    task_id
        The task of a target; None for a task, and for a target outside every task.
    number, part, of
        Its number, and which of how many parts of a numbered item it is.
    title, text, deadline
        Of the task; the metric, the words and the day of a target.
    before, after
        Who answers, in the order of the clause.
    moved
        What changes, the lead first.
    """

    id: str
    plan_id: str
    plan: str
    region: str | None
    task_id: str | None
    number: str
    part: int | None
    of: int | None
    title: str
    text: str
    deadline: str | None
    before: tuple[Answering, ...]
    after: tuple[Answering, ...]
    moved: tuple[Moved, ...]

    @property
    def without_lead(self) -> bool:
        """Whether it had a lead and has none any more."""
        return _led(self.before) and not _led(self.after)

    @property
    def without_owner(self) -> bool:
        """Whether somebody answered for it and nobody does any more."""
        return bool(self.before) and not self.after

    @property
    def double(self) -> dict[str, list[str]]:
        """The roles of each body that has several here and had one before."""
        twice = {name for name, roles in _roles(self.before).items() if len(roles) > 1}
        return {name: roles for name, roles in _roles(self.after).items() if len(roles) > 1 and name not in twice}


@dataclass(frozen=True)
class WhatIf:
    """What some changes mean.

    Attributes
    ----------
    steps
        The changes as they were understood.
    tasks
        The tasks whose owners change, plan by plan in document order.
    targets
        The targets that change hands: those of these tasks if a lead or a co-owner changes, and those with owners of
        their own.
    overrides
        The entries that would make it so.
    """

    steps: Sequence[Step]
    tasks: Sequence[Held]
    targets: Sequence[Held]
    overrides: Sequence[Override]

    def to_json(self) -> dict[str, Any]:
        """Return everything as plain values."""
        return {
            "acts": [
                {"kind": each.kind, "region": each.region, "subjects": list(each.subjects), "into": each.into}
                for each in self.steps
            ],
            "tasks": [{**_place(each), "title": each.title, **_owners(each)} for each in self.tasks],
            "targets": [
                {**_place(each), "task_id": each.task_id, "metric": each.title, **_owners(each)} for each in self.targets
            ],
            "without_lead": [each.id for each in self.tasks if each.without_lead],
            "without_owner": [each.id for each in self.tasks if each.without_owner],
            "double_roles": [
                {"id": each.id, "agency": name, "roles": roles} for each in self.tasks for name, roles in each.double.items()
            ],
            "overrides": [{"kind": each.kind, **each.values} for each in self.overrides],
        }  # fmt: skip


def whatif(store: Store, acts: Sequence[Act], *, region: str | None = None, plan: str | None = None) -> WhatIf:
    """Return what changes would mean for the plans of a store, which stays as it is.

    Parameters
    ----------
    store
        An open store.
    acts
        The changes, one after the other.
    region, plan
        Where the bodies and the tasks are, if several have their names.

    Raises
    ------
    UnknownNameError
        If no body or task is meant, or more than one.
    """
    found = [step_of(store, act, region=region, plan=plan) for act in acts]
    steps = [step for step, _ in found]
    touched = {key for step in steps for key in (*step.bodies, step.task_id) if key}
    # Most plans of a large store name none of the bodies; an override leaves them as they are.
    held_here = {key: graph for key, graph in split(store.graph()).items() if not touched.isdisjoint(graph)}
    plans = dict(sorted(held_here.items(), key=lambda each: _order(each[1].nodes[each[0]])))
    entries: list[Entry] = []
    now = dict(plans)
    for step, everywhere in found:
        new = [*everywhere, *(entry for key in plans for entry in step.entries(now[key]))]
        made = _parsed(new)
        now = {key: apply_overrides(graph, made) for key, graph in now.items()}
        entries += new
    overrides = _parsed(entries)
    held = [each for graph in plans.values() for each in _held(graph, apply_overrides(graph, overrides), steps)]
    return WhatIf(
        steps=steps,
        tasks=[each for label, each in held if label == "Task"],
        targets=[each for label, each in held if label == "Target"],
        overrides=overrides,
    )


def _order(plan: Mapping[str, Any]) -> tuple[str, str, str]:
    return plan.get("region") or "", plan.get("title") or "", plan["id"]


def _parsed(entries: Sequence[Entry]) -> list[Override]:
    """Return entries as the file that holds them would give them, each once."""
    made = [Override(kind, at, "", values) for at, (kind, values) in enumerate(entries)]
    return parse_overrides(to_toml({each.key: each for each in made}.values()))


def _held(before: nx.MultiDiGraph, after: nx.MultiDiGraph, steps: Sequence[Step]) -> Iterator[tuple[str, Held]]:
    """Yield the tasks and targets of a plan whose owners change, in document order."""
    if after is before:
        return
    plan = plan_of(before)
    owners, news = _answering(before), _answering(after)
    heirs = dict(_heirs(before, plan, steps))
    moves = {step.task_id for step in steps if step.kind == "move"}
    changed = {key for key in owners | news if set(owners.get(key, ())) != set(news.get(key, ()))}
    tasks = {end: start for start, end, kind in before.edges(keys=True) if kind == "SETS"}
    for key, data in sorted(before.nodes(data=True), key=lambda each: each[1].get("order") or 0):
        label = data["label"]
        task = tasks.get(key) if label == "Target" else None
        if task is not None and before.nodes[task]["label"] != "Task":
            task = None
        own = key in changed
        if label not in ("Task", "Target") or not (own or task in changed):
            continue
        where = key if own else str(task)
        moved = tuple(_moved(owners.get(where, ()), news.get(where, ()), heirs, where in moves))
        if not own and not any(each.role in ("lead", "co_own") for each in moved):
            continue
        yield (
            label,
            Held(
                id=key,
                plan_id=plan,
                plan=before.nodes[plan].get("title") or before.nodes[plan].get("source") or plan,
                region=before.nodes[plan].get("region"),
                task_id=task,
                number=data.get("number") or data.get("section") or "",
                part=data.get("part"),
                of=data.get("of"),
                title=data.get("title") or data.get("metric") or "",
                text=data.get("text") or "",
                deadline=data.get("deadline") if label == "Task" else data.get("due_by"),
                before=owners.get(where, ()),
                after=news.get(where, ()),
                moved=moved,
            ),
        )


def _answering(graph: nx.MultiDiGraph) -> dict[str, tuple[Answering, ...]]:
    found: dict[str, list[tuple[int, Answering]]] = {}
    for body, held, kind, data in graph.edges(keys=True, data=True):
        if kind in OWNING:
            found.setdefault(held, []).append(
                (data.get("order") or 0, Answering(body, graph.nodes[body]["name"], data["role"]))
            )
    order = list(ROLES)
    return {
        key: tuple(
            each for _, each in sorted(some, key=lambda one: (order.index(one[1].role), one[0], one[1].agency_id))
        )
        for key, some in found.items()
    }


def _heirs(graph: nx.MultiDiGraph, plan: str, steps: Sequence[Step]) -> Iterator[tuple[str, str]]:
    """Yield the bodies of a plan that another one succeeds, with the id of that one."""
    data = graph.nodes[plan]
    for step in steps:
        for body in step.bodies if step.into else ():
            region = graph.nodes[body].get("region") if body in graph else data.get("region")
            assert step.into is not None
            yield body, agency_id(step.into, plan, region, None if region != data.get("region") else data.get("level"))


def _moved(
    before: Sequence[Answering], after: Sequence[Answering], heirs: Mapping[str, str], lead_moves: bool
) -> Iterator[Moved]:
    gone = [each for each in before if each not in after]
    come = [each for each in after if each not in before]
    for each in gone:
        followers = {each.agency_id}
        heir = heirs.get(each.agency_id)
        while heir and heir not in followers:
            followers.add(heir)
            heir = heirs.get(heir)
        heir_there = next(
            (
                one
                for one in after
                if one.role == each.role and (one.agency_id in followers or (lead_moves and each.role == "lead"))
            ),
            None,
        )
        come = [one for one in come if one is not heir_there]
        yield Moved(each.role, each.agency, None if heir_there is None else heir_there.agency)
    for new in come:
        yield Moved(new.role, None, new.agency)


def _led(some: Sequence[Answering]) -> bool:
    return any(each.role == "lead" for each in some)


def _roles(some: Sequence[Answering]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in some:
        found.setdefault(each.agency, []).append(each.role)
    return found


def _place(held: Held) -> dict[str, Any]:
    names = ("id", "plan_id", "plan", "region", "number", "part", "text", "deadline")
    return {name: getattr(held, name) for name in names}


def _owners(held: Held) -> dict[str, Any]:
    def plain(some: Sequence[Answering]) -> list[dict[str, str]]:
        return [{"agency_id": each.agency_id, "agency": each.agency, "role": each.role} for each in some]

    return {"before": plain(held.before), "after": plain(held.after)}
