"""What a notice of supervision tells: how tasks stand on a day, by body and one by one, and what the audit found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from graph.model.schema import ROLES
from zerentu.cells import Row, number_cell, place_cell
from zerentu.settings import language, tell

if TYPE_CHECKING:
    from graph.stores.store import Store

__all__ = ["Body", "Findings", "find", "where"]

#: What the audit says of owners and deadlines that the notice tells task by task already.
_TOLD = ("no_owner", "due_past")


@dataclass(frozen=True, kw_only=True)
class Body:
    """How many tasks a body has in each role, and of those it answers for first how many are overdue, near, unreported."""

    name: str
    roles: dict[str, int]
    overdue: int
    near: int
    silent: int


@dataclass(frozen=True, kw_only=True)
class Findings:
    """What is told.

    Attributes
    ----------
    plans : list of Row
        Rows of `queries.plans`.
    rows : list of Row
        Rows of `queries.progress.progress`: every task of the plans, in document order.
    audit : list of Row
        Findings of the audit that are errors or warnings.
    day : date
        The day they hold for.
    """

    plans: Sequence[Row]
    rows: Sequence[Row]
    audit: Sequence[Row]
    day: date

    @property
    def reported(self) -> int:
        """Of how many tasks any progress was reported."""
        return sum(row["reports"] > 0 for row in self.rows)

    @property
    def done(self) -> int:
        """How many tasks are reported as done."""
        return sum(row["light"] == "green" and _is_done(row) for row in self.rows)

    @property
    def overdue(self) -> list[Row]:
        """Tasks whose day has passed, and that nobody reported as done; the oldest first."""
        return sorted((row for row in self.rows if row["light"] == "red"), key=lambda row: row["due"])

    @property
    def near(self) -> list[Row]:
        """Tasks that are due soon or behind."""
        return sorted((row for row in self.rows if row["light"] == "yellow"), key=lambda row: row["due"] or "~")

    @property
    def orphans(self) -> list[Row]:
        """Tasks that nobody answers for."""
        return [row for row in self.rows if not row["owners"]]

    @property
    def without_lead(self) -> list[Row]:
        """Tasks that somebody answers for and nobody leads."""
        return [row for row in self.rows if row["owners"] and not any(by["role"] == "lead" for by in row["owners"])]

    @property
    def without_deadline(self) -> list[Row]:
        """Tasks without a day, neither of their own nor of their targets."""
        return [row for row in self.rows if row["due"] is None]

    def leads(self, basis: str) -> int:
        """Return how many tasks have a lead, the first of which stands on this basis."""
        first = (next((by for by in row["owners"] if by["role"] == "lead"), None) for row in self.rows)
        return sum(by is not None and by["basis"] == basis for by in first)

    @cached_property
    def bodies(self) -> list[Body]:
        """Those who answer for a task: who has most overdue first, then who leads most."""
        roles: dict[str, dict[str, int]] = {}
        told: dict[str, list[Row]] = {}
        regions = {row["region"] for row in self.rows}
        for row in self.rows:
            names = dict.fromkeys((by["name"], by["role"]) for by in row["owners"])
            place = tell("（{said}）", said=row["region"]) if len(regions) > 1 and row["region"] else ""
            for name, role in names:
                counted = roles.setdefault(name + place, dict.fromkeys(ROLES, 0))
                counted[role] += 1
            for name in row["answering"]:
                told.setdefault(name + place, []).append(row)
        found = [
            Body(
                name=name,
                roles=counted,
                overdue=sum(row["light"] == "red" for row in told.get(name, ())),
                near=sum(row["light"] == "yellow" for row in told.get(name, ())),
                silent=sum(row["reports"] == 0 for row in told.get(name, ())),
            )
            for name, counted in roles.items()
        ]
        return sorted(found, key=lambda body: (-body.overdue, -body.roles["lead"], -body.roles["co_own"]))

    def why(self, row: Row) -> str:
        """Return in words why a task has its light."""
        return str(row["why_en"] if language() == "en" else row["why"])


def find(
    store: Store, *, plan: str | None = None, region: str | None = None, day: date, soon: int | None = None
) -> Findings:
    """Return what a notice tells of the plans of a store on a day.

    Parameters
    ----------
    store
        An open store.
    plan, region
        Only this plan, or the plans of this region.
    day
        The day; what was reported later is not looked at.
    soon
        Within how many days a deadline is near.

    Raises
    ------
    UnknownNameError
        If there is no such plan or region.
    """
    from queries import audit, plans
    from queries.lights import SOON
    from queries.progress import progress

    said = day.isoformat()
    rows = progress.answer(store, plan=plan, region=region, as_of=said, soon=SOON if soon is None else soon).records
    held = {row["plan_id"] for row in rows}
    wrong = audit.answer(store, plan=plan, region=region, today=said).records
    return Findings(
        plans=[card for card in plans.answer(store).records if card["id"] in held],
        rows=rows,
        audit=[row for row in wrong if row["severity"] != "notice" and row["rule"] not in _TOLD],
        day=day,
    )


def where(row: Row) -> str:
    """Return where a task stands: file, page or line, number."""
    place = place_cell(row["source"], row["page"], row["line"])
    return tell("{place}（{number}）", place=place, number=number_cell(row)) if row["number"] else place


def _is_done(row: Row) -> bool:
    return row["state"] == "done" or (not row["state"] and row["share"] == 100)
