"""A task with its owners, as a question needs them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["COLLECTIVE", "Owner", "Row", "Task", "gathered", "loads_of"]

#: Kind of those who are meant together: 各有关部门.
COLLECTIVE = "collective"

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Owner:
    """An agency in a role, as a plan names it."""

    id: str
    name: str
    official: str
    region: str | None
    kind: str
    role: str
    basis: str
    inherited: bool
    quote: str


@dataclass(frozen=True)
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
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["task_id"], []).append(row)
    return [
        Task(
            row=same[0] if plans is None else {**same[0], **plans[same[0]["plan_id"]]},
            owners=tuple(_owner(row) for row in same if row.get("agency_id")),
        )
        for same in found.values()
    ]


def _owner(row: Row) -> Owner:
    return Owner(
        id=row["agency_id"], name=row["agency"], official=row["official"], region=row["agency_region"], kind=row["agency_kind"], role=row["role"],
        basis=row["basis"], inherited=bool(row["inherited"]), quote=row["quote"] or "",
    )  # fmt: skip


def loads_of(tasks: Iterable[Task], roles: Collection[str]) -> Counter[tuple[str, str]]:
    """Return how many of some tasks each body has in any of some roles, of all roles where none is given.

    By region of the plan and the name that the body has there. Collectives are no bodies.
    """
    found: Counter[tuple[str, str]] = Counter()
    for task in tasks:
        held = [owner for owner in task.owners if not roles or owner.role in roles]
        found.update({(task.region, owner.name) for owner in held if owner.kind != COLLECTIVE})
    return found
