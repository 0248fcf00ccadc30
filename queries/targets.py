"""Targets, each with who answers for it.

A row of an indicator table names its own owners; a target in a task's text is answered for by the task's owners. One in a section's own text
is answered for by those who answer for every task of the section by an inherited clause:
the clause of the section itself. One of the plan as a whole has no owners.
"""

from __future__ import annotations

from typing import Any

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.framed import framed
from queries.owners import Owner, in_short, owners_of, owners_of_targets
from queries.plans import scope

__all__ = ["targets"]


@framed
def targets(
    store: Store,
    *,
    due: int | None = None,
    before: str | None = None,
    agency: str | None = None,
    region: str | None = None,
    plan: str | None = None,
    kind: str | None = None,
) -> Answer:
    """Return targets, plan by plan in document order, with who answers for them.

    Parameters
    ----------
    store
        An open store.
    due
        Year, written or implied by a period.
    before
        A day, YYYY-MM-DD: only targets whose deadline has passed by then.
    agency
        Any name that `resolve_agency` reads: only targets that it answers for.
    region
        Region of the plan.
    plan
        A plan, as `find_plan` reads it.
    kind
        ``quantitative`` or ``qualitative``.

    Returns
    -------
    DataFrame
        Columns ``region``, ``plan``, ``section``, ``metric``, ``kind``, ``change``, ``comparator``, ``value``,
        ``unit``, ``due``, ``due_derived``, ``due_by``, ``baseline``, ``text``, ``owners`` (name, role, basis, inherited),
        ``inherited`` (true when all owners come from a section's clause), ``own`` (true when an indicator table names
        them in the target's own row), ``line``, ``target_id``, ``task_id``;
        then ``source``, ``page``, ``start``, ``end``, ``section_id``, ``plan_id``.

    Raises
    ------
    UnknownNameError
        If there is no such agency, region or plan.

    Examples
    --------
    >>> rows = targets(sample_store, due=2025, agency="市工信局", region="洛阳")
    >>> rows[["metric", "comparator", "value", "unit"]].values.tolist()
    [['锅炉改造数', '>=', 10.0, '台'], ['绿色企业', '>=', 30.0, '家']]
    """
    asked = ask.answer(
        store, "targets", due=due or 0, before=before or "", kind=kind or "", **scope(store, region=region, plan=plan)
    )
    records = asked.records
    own = owners_of_targets(store, (row["target_id"] for row in records))
    tasks = owners_of(store, (row["task_id"] for row in records if row["task_id"]))
    sections = _section_owners(store, [row["section_id"] for row in records if row["section_id"]])
    answering = None if agency is None else {match.id for match in resolve_agency(store, agency)}
    rows = []
    for row in records:
        owners = own.get(row["target_id"]) or (
            tasks.get(row["task_id"], []) if row["task_id"] else sections.get(row["section_id"], [])
        )
        if answering is not None and not answering & {owner["agency_id"] for owner in owners}:
            continue
        row["owners"] = [in_short(owner) for owner in owners]
        row["own"] = row["target_id"] in own
        row["inherited"] = bool(owners) and all(owner["inherited"] for owner in owners)
        rows.append(row)
    return Answer.picked(rows, _COLUMNS)


_COLUMNS = [
    "region", "plan", "section", "metric", "kind", "change", "comparator", "value", "unit", "due", "due_derived", "due_by",
    "baseline", "text", "owners", "inherited", "own", "line", "target_id", "task_id", "source", "page", "start", "end",
    "section_id", "plan_id",
]  # fmt: skip


def _section_owners(store: Store, sections: list[str]) -> dict[str, list[Owner]]:
    below: dict[str, list[str]] = {}
    for row in ask.answer(store, "section_tasks", sections=list(dict.fromkeys(sections))).records:
        below.setdefault(row["section_id"], []).append(row["task_id"])
    owners = owners_of(store, (task for tasks in below.values() for task in tasks))
    return {section: _common([owners.get(task, []) for task in tasks]) for section, tasks in below.items()}


def _common(owners: list[list[Owner]]) -> list[Owner]:
    """Return the inherited owners that every task has in the same role."""
    sets: list[set[tuple[Any, Any]]] = [{_key(owner) for owner in each if owner["inherited"]} for each in owners]
    shared = set.intersection(*sets)
    return [owner for owner in owners[0] if owner["inherited"] and _key(owner) in shared]


def _key(owner: Owner) -> tuple[Any, Any]:
    return owner["agency_id"], owner["role"]
