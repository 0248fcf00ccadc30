"""A task with its owners, as a question needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from graph.records import record

__all__ = ["COLLECTIVE", "Owner", "Row", "Task", "gathered", "joined", "loads_of"]

#: Kind of those who are meant together: 各有关部门.
COLLECTIVE = "collective"

Row = Mapping[str, Any]


class Owner(NamedTuple):
    """An agency in a role, as a plan names it; a store of many plans has thousands for an answer."""

    id: str
    name: str
    kind: str
    role: str
    basis: str
    inherited: bool
    quote: str
    official: str | None = None


#: The columns of an owner, in the order of its fields.
_FIELDS = itemgetter("agency_id", "agency", "agency_kind", "role", "basis", "inherited", "quote")


@record
class Task:
    """A task with its owners."""

    row: Row
    owners: tuple[Owner, ...]

    @property
    def id(self) -> str:
        """Its stable id."""
        return str(self.row["task_id"])

    @property
    def region(self) -> str:
        """Region of its plan, empty where the plan names none."""
        return str(self.row["region"] or "")

    @property
    def path(self) -> list[str]:
        """Its number path, component by component."""
        return str(self.row["number"]).split("/")


def gathered(rows: Iterable[Row], plans: Mapping[str, Row] | None = None) -> list[Task]:
    """Return the tasks of rows of ``plan_owners`` and its like, one row a task and owner, in their order.

    Parameters
    ----------
    rows
        Each with ``task_id``, and ``agency_id`` where the task has an owner.
    plans
        What else belongs to each task, by id of its plan.
    """
    found: dict[str, tuple[Row, list[Owner]]] = {}
    for row in rows:
        kept = found.get(row["task_id"])
        if kept is None:
            kept = found[row["task_id"]] = (row if plans is None else {**row, **plans[row["plan_id"]]}, [])
        if row.get("agency_id"):
            kept[1].append(_owner(row))
    return [Task(row, tuple(owners)) for row, owners in found.values()]


def joined(rows: Iterable[Row], owners: Iterable[Row], plans: Mapping[str, Row]) -> list[Task]:
    """Return tasks, one row each, with their owners.

    Parameters
    ----------
    rows
        Of ``tasks_by_id`` or ``task_lines``, in their order.
    owners
        Of ``roles_of_tasks`` or ``roles_of_agencies``, those of each task in their order.
    plans
        What else belongs to each task, by id of its plan.
    """
    held: dict[str, list[Owner]] = {}
    for row in owners:
        held.setdefault(row["task_id"], []).append(_owner(row))
    return [Task({**row, **plans[row["plan_id"]]}, tuple(held.get(row["task_id"], ()))) for row in rows]


def _owner(row: Row) -> Owner:
    key, name, kind, role, basis, inherited, quote = _FIELDS(row)
    return Owner(key, name, kind, role, basis, bool(inherited), quote or "", row.get("official"))


def loads_of(tasks: Iterable[Task], roles: Collection[str]) -> Counter[tuple[str, str]]:
    """Return how many of some tasks each body has in any of some roles, of all roles where none is given.

    By region of the plan and the name that the body has there. Collectives are no bodies.
    """
    found: Counter[tuple[str, str]] = Counter()
    for task in tasks:
        held = [owner for owner in task.owners if not roles or owner.role in roles]
        found.update({(task.region, owner.name) for owner in held if owner.kind != COLLECTIVE})
    return found
