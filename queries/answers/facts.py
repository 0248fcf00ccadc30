"""What the plans of a store say, as far as a question needs it: plans, tasks with owners, industries, targets.

Everything is fetched for the plans in question only, and once: a store of thousands of plans is never read whole for a
question that names a region.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from graph.stores.store import Store
from queries.catalogue import ask

__all__ = ["Facts", "Owner", "Task", "records"]

Row = Mapping[str, Any]


def records(store: Store, question: str, **params: Any) -> list[dict[str, Any]]:
    """Return the rows of a question as plain records."""
    return ask.answer(store, question, **params).records


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
    def path(self) -> list[str]:
        """Its number path, component by component."""
        return str(self.row["number"]).split("/")


@dataclass
class Facts:
    """What some plans of a store say; each part is fetched when it is first asked for.

    Attributes
    ----------
    store
        The store.
    plans
        Rows of the question ``plans`` that are in question.
    parts
        The facts of some of the regions, as they were asked for.
    """

    store: Store
    plans: Sequence[Row]
    parts: dict[tuple[str, ...], Facts] = field(default_factory=dict, repr=False)

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the plans."""
        return [str(plan["id"]) for plan in self.plans]

    @cached_property
    def regions(self) -> list[str]:
        """Regions of the plans, each once, in the order of the plans."""
        return list(dict.fromkeys(str(plan["region"]) for plan in self.plans if plan["region"]))

    @cached_property
    def tasks(self) -> list[Task]:
        """Every task of the plans, in document order."""
        found: dict[str, list[Row]] = {}
        for row in records(self.store, "plan_owners", plans=self.ids) if self.ids else []:
            found.setdefault(row["task_id"], []).append(row)
        return [
            Task(row=rows[0], owners=tuple(_owner(row) for row in rows if row["agency_id"])) for rows in found.values()
        ]

    @cached_property
    def industries(self) -> dict[str, set[str]]:
        """For each task the industries that its text names, the wider ones and other words for them included."""
        found: dict[str, set[str]] = {}
        for row in records(self.store, "plan_industries", plans=self.ids) if self.ids else []:
            names = found.setdefault(row["task_id"], set())
            names.update([row["industry"], row["wider"], *(row["aliases"] or ()), *row["written"].split("、")])
        return found

    @cached_property
    def sections(self) -> list[Row]:
        """Every numbered section of the plans."""
        return list(records(self.store, "plan_sections", plans=self.ids)) if self.ids else []

    @cached_property
    def targets(self) -> list[Row]:
        """Every target of the plans."""
        return [row for plan in self.ids for row in records(self.store, "targets", plan=plan)]

    @cached_property
    def bodies(self) -> dict[str, dict[str, str]]:
        """For each region of the plans the agencies that answer for something there: id to official name."""
        found: dict[str, dict[str, str]] = {}
        for task in self.tasks:
            found.setdefault(str(task.row["region"]), {}).update({owner.id: owner.official for owner in task.owners})
        return found

    def of_regions(self, regions: Sequence[str]) -> Facts:
        """Return the facts of the plans of some regions."""
        key = tuple(sorted(set(regions)))
        if key not in self.parts:
            self.parts[key] = Facts(self.store, [plan for plan in self.plans if plan["region"] in regions])
        return self.parts[key]


def _owner(row: Row) -> Owner:
    return Owner(
        id=row["agency_id"], name=row["agency"], official=row["official"], region=row["agency_region"], kind=row["agency_kind"], role=row["role"],
        basis=row["basis"], inherited=bool(row["inherited"]), quote=row["quote"] or "",
    )  # fmt: skip
