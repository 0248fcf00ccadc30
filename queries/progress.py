"""How far tasks are: what offices reported, held against the deadlines of the plans.

Of each agency its latest report is in force, by its date and then by the order in which it came in. A task goes by what
those who lead it report, if any of them did, else by the latest report of all; who says otherwise is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from graph.errors import SettingsError
from graph.messages import _
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.framed import framed
from queries.lights import LIGHTS, SOON, Standing, light_of
from queries.owners import Owner, in_short, owners_of
from queries.plans import scope
from queries.quarters import quarter_of_day

__all__ = ["counts", "last_days", "lights_of", "progress", "reports", "reports_without_task", "states_by_agency"]

#: Roles that answer for a task, in the order in which they do.
_ANSWERING = ("lead", "co_own", "implement", "support", "guide")
_COLUMNS = (
    "light", "region", "plan", "number", "part", "of", "title", "answering", "deadline", "due", "derived", "state", "share",
    "said", "quarters", "why", "why_en", "agency", "reported", "person", "phone", "reports", "owners", "text", "source", "page",
    "line", "task_id", "plan_id",
)  # fmt: skip


@framed
def progress(
    store: Store,
    *,
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
    quarter: str | None = None,
    as_of: str | None = None,
    soon: int = SOON,
) -> Answer:
    """Return how far each task is on a day, plan by plan in document order.

    Parameters
    ----------
    store
        An open store.
    plan
        A plan, as `find_plan` reads it.
    region
        Region of the plan.
    agency
        Any name that `resolve_agency` reads: only tasks that it answers for, in whatever role.
    quarter
        As 2026Q1: only tasks that are due in it, or of which a report says something for it.
    as_of
        The day, YYYY-MM-DD; today when left out. Reports of later days are not looked at.
    soon
        Within how many days a deadline is near.

    Returns
    -------
    DataFrame
        Columns ``light`` (red, yellow, green, grey), ``region``, ``plan``, ``number``, ``part``, ``of``, ``title``,
        ``answering`` (names of those who lead, else of the others), ``deadline`` (as written), ``due`` (the last day),
        ``derived`` (true where that day is implied), ``state``, ``share``, ``said``, ``quarters``, ``why``, ``why_en``,
        ``agency`` (who reported), ``reported`` (the day), ``person``, ``phone``, ``reports`` (how many there are),
        ``owners``, ``text``, ``source``, ``page``, ``line``, ``task_id``, ``plan_id``.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    SettingsError
        If a day or a quarter is not written as one.

    Examples
    --------
    >>> rows = progress(sample_store, region="洛阳", as_of="2025-12-20")
    >>> rows[["light", "title", "due", "why"]].values.tolist()[0]
    ['yellow', '改造锅炉', '2025-12-31', '还有 11 天到期；未报进展']
    """
    day = _day(as_of) if as_of else date.today()
    wanted = _quarter(quarter) if quarter else None
    limits = scope(store, region=region, plan=plan)
    rows = ask.answer(store, "task_days", **limits).records
    owners = owners_of(store, [row["task_id"] for row in rows])
    if agency is not None:
        ids = {match.id for match in resolve_agency(store, agency, region=region)}
        rows = [row for row in rows if ids & {owner["agency_id"] for owner in owners.get(row["task_id"], ())}]
    days = _days(ask.answer(store, "targets", **limits).records)
    told: dict[str, list[Row]] = {}
    for report in ask.answer(store, "progress_reports", **limits).records:
        if report["position"] is not None and report_day(report) <= day.isoformat():
            told.setdefault(report["task_id"], []).append(report)
    found = []
    for row in rows:
        key = row["task_id"]
        each = _row(row, owners.get(key, []), days.get(key, []), told.get(key, []), day, soon)
        if wanted is None or _is_of(each, wanted):
            found.append(each)
    return Answer.picked(found, _COLUMNS)


@framed
def reports(store: Store, *, plan: str | None = None, region: str | None = None) -> Answer:
    """Return every report of progress, plan by plan in the order in which it came in.

    Examples
    --------
    >>> reports(sample_store, region="洛阳")["said"].tolist()
    []
    """
    return ask.answer(store, "progress_reports", **scope(store, region=region, plan=plan))


def lights_of(
    store: Store, *, plan: str | None = None, region: str | None = None, as_of: str | None = None
) -> dict[str, Row]:
    """Return the rows of `progress` by task, of the plans of which anything was reported; none where nothing was.

    Examples
    --------
    >>> lights_of(sample_store)
    {}
    """
    told = {row["plan_id"] for row in reports.answer(store, plan=plan, region=region).records}
    if not told:
        return {}
    rows = progress.answer(store, plan=plan, region=region, as_of=as_of).records
    return {row["task_id"]: row for row in rows if row["plan_id"] in told}


def last_days(store: Store, plans: Iterable[str]) -> dict[str, date]:
    """Return the last day that meets the deadline of each task of some plans, where there is one; see `progress`.

    Parameters
    ----------
    store
        An open store.
    plans
        Ids of plans.
    """
    found = {}
    for plan in dict.fromkeys(plans):
        days = _days(ask.answer(store, "targets", plan=plan).records)
        for row in ask.answer(store, "task_days", plan=plan).records:
            day, _derived, _before = _due(row, days.get(row["task_id"], []))
            if day is not None:
                found[row["task_id"]] = day
    return found


def reports_without_task(store: Store, *, plan: str | None = None, region: str | None = None) -> list[Row]:
    """Return the reports whose task a new version of the plan no longer has.

    Examples
    --------
    >>> reports_without_task(sample_store)
    []
    """
    return [row for row in reports.answer(store, plan=plan, region=region).records if row["position"] is None]


def counts(rows: Iterable[Row], by: Literal["agency", "plan", "quarter"]) -> list[Row]:
    """Return how many tasks of each light there are, and of how many something was reported.

    Parameters
    ----------
    rows
        Of `progress`.
    by
        ``agency`` (those who answer first; the reddest first), ``plan``, or ``quarter`` in which tasks are due.

    Examples
    --------
    >>> rows = progress.answer(sample_store, region="洛阳", as_of="2025-12-20").records
    >>> counts(rows, "agency")[0]
    {'agency': '市工业和信息化局', 'tasks': 2, 'red': 0, 'yellow': 2, 'green': 0, 'grey': 0, 'reported': 0}
    >>> [(row["quarter"], row["tasks"]) for row in counts(rows, "quarter")]
    [('2025Q4', 2), (None, 7)]
    """
    found: dict[Any, dict[str, Any]] = {}
    for row in rows:
        for key in _keys(row, by):
            each = found.setdefault(key, {by: key[-1], "tasks": 0, **dict.fromkeys(LIGHTS, 0), "reported": 0})
            each["tasks"] += 1
            each[row["light"]] += 1
            each["reported"] += row["reports"] > 0
    if by == "agency":
        return sorted(found.values(), key=lambda each: (-each["red"], -each["yellow"], -each["grey"], each["agency"]))
    if by == "quarter":
        return sorted(found.values(), key=lambda each: each["quarter"] or "~")
    return list(found.values())


def _keys(row: Row, by: str) -> list[tuple[str | None, ...]]:
    """Return what a task is counted under: its id where two may have one name, then the name."""
    if by == "agency":
        return [(name,) for name in row["answering"]]
    if by == "plan":
        return [(row["plan_id"], row["plan"])]
    return [(quarter_of_day(row["due"]) if row["due"] else None,)]


@dataclass(frozen=True)
class _InForce:
    """What an agency says of a task, the latest of each thing it said."""

    agency_id: str | None
    agency: str | None
    day: str
    ordinal: int
    state: str
    share: float | None
    report: Row


def report_day(report: Row) -> str:
    """Return the day of a report: its own date, but none behind that on which it was taken in."""
    imported = str(report["imported"])
    return min(report["updated"] or imported, imported)


def _in_force(reports: Sequence[Row]) -> list[_InForce]:
    """Return what each agency says, the latest last."""
    found: dict[tuple[str | None, str | None], _InForce] = {}
    for report in sorted(reports, key=lambda each: (report_day(each), each["ordinal"])):
        key = report["agency_id"], report["agency"]
        before = found.pop(key, None)
        found[key] = _InForce(
            agency_id=report["agency_id"],
            agency=report["agency"],
            day=report_day(report),
            ordinal=report["ordinal"],
            state=report["state"] or (before.state if before else ""),
            share=report["share"] if report["share"] is not None or before is None else before.share,
            report=report,
        )
    return list(found.values())


def states_by_agency(reports: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the agencies that report a state of one task, each with its state, the latest last.

    Parameters
    ----------
    reports
        Rows of `reports` that are about one task.
    """
    return [(each.agency or "", each.state) for each in _in_force(reports) if each.state]


def _row(row: Row, owners: Sequence[Owner], days: Sequence[Row], told: Sequence[Row], day: date, soon: int) -> Row:
    due, derived, interim = _due(row, days)
    said = _in_force(told)
    leads = {owner["agency_id"] for owner in owners if owner["role"] == "lead"}
    last = next((each for each in reversed(said) if each.agency_id in leads), said[-1] if said else None)
    others = tuple(
        (each.agency or "", each.state)
        for each in said
        if last and each is not last and each.state and each.state != last.state
    )
    standing = Standing(
        due=due,
        derived=derived,
        start=date.fromisoformat(row["issued"]) if row["issued"] else None,
        interim=interim,
        reported=date.fromisoformat(last.day) if last else None,
        state=last.state if last else "",
        share=last.share if last else None,
        others=others,
    )
    light, why = light_of(standing, day=day, soon=soon)
    report = last.report if last else {}
    return {
        **row,
        "light": light,
        "answering": _answering(owners),
        "due": due.isoformat() if due else None,
        "derived": derived,
        "state": standing.state or None,
        "share": standing.share,
        "said": report.get("said"),
        "quarters": list(dict.fromkeys(text for each in told for text in each["quarters"] or ())),
        "why": "；".join(each.zh for each in why),
        "why_en": "; ".join(each.en for each in why),
        "agency": last.agency if last else None,
        "reported": last.day if last else None,
        "person": report.get("person"),
        "phone": report.get("phone"),
        "reports": len(told),
        "owners": [in_short(owner) for owner in owners],
    }


def _answering(owners: Sequence[Owner]) -> list[str]:
    """Return the names of those who answer for a task first: who leads, else who shares it, and so on."""
    for role in _ANSWERING:
        names = [owner["name"] for owner in owners if owner["role"] == role]
        if names:
            return list(dict.fromkeys(names))
    return []


def _days(targets: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the targets with a deadline by the task in whose text they stand."""
    found: dict[str, list[Row]] = {}
    for row in targets:
        if row["task_id"] and (row["due"] or row["due_derived"]):
            found.setdefault(row["task_id"], []).append(row)
    return found


def _due(row: Row, targets: Sequence[Row]) -> tuple[date | None, bool, tuple[date, ...]]:
    """Return the last day of a task, whether it is derived, and the days of its targets before that.

    Its own deadline counts before those of its targets, a written one before one that a period implies.
    """
    own = date.fromisoformat(row["due_by"]) if row["due_by"] else None
    days = [
        (date.fromisoformat(each["due_by"] or f"{each['due'] or each['due_derived']:04}-12-31"), each["due"] is None)
        for each in targets
    ]
    written = [when for when, derived in days if not derived]
    if own and row["deadline_year"]:
        due, derived = own, False
    elif written:
        due, derived = max(written), False
    elif own:
        due, derived = own, True
    elif days:
        due, derived = max(when for when, _ in days), True
    else:
        return None, False, ()
    return due, derived, tuple(sorted({when for when in written if when < due}))


def _is_of(row: Row, quarter: str) -> bool:
    return (row["due"] is not None and quarter_of_day(row["due"]) == quarter) or any(
        text.startswith(f"{quarter} ") for text in row["quarters"]
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(_("{text} 不是日期；请写成 2026-03-31", text=text)) from error


def _quarter(text: str) -> str:
    said = text.strip().upper()
    if len(said) == 6 and said.isascii() and said[:4].isdigit() and said[4] == "Q" and said[5] in "1234":
        return said
    raise SettingsError(_("{text} 不是季度；请写成 2026Q1", text=text))
