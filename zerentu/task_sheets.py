"""Which sheets go out, with which tasks: one for each body that answers for something, one for what nobody answers for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from graph.errors import SettingsError
from graph.messages import Message, _
from graph.model.schema import ROLES
from zerentu.cells import Row
from zerentu.settings import language

if TYPE_CHECKING:
    from graph.stores.store import Store
    from zerentu.sheet_identity import By

__all__ = ["Body", "Duty", "Issue", "bodies_of", "issue"]


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A task of a body.

    Attributes
    ----------
    task_id, plan_id : str
        Ids in the store.
    leads : tuple of str
        Who leads it.
    roles : tuple of dict
        A row of ``plan_owners`` for each role of the body, that of a lead first.
    """

    task_id: str
    plan_id: str
    leads: tuple[str, ...]
    roles: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Body:
    """Whom a sheet is for: an agency with its name in the plans, or nobody."""

    agency_id: str
    name: str
    region: str | None
    duties: tuple[Duty, ...]


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What goes out.

    Attributes
    ----------
    plans : tuple of dict
        Rows of `queries.plans`, whose tasks these are.
    bodies : tuple of Body
        Who gets a sheet, in the order in which the plans name them.
    unassigned : Body or None
        The tasks that would stand in no sheet, which get one of their own.
    tasks : int
        How many tasks the plans hold.
    left_out : int
        How many of them stand in no sheet, since another body was asked for.
    by : str
        Whom the sheets are for.
    """

    plans: tuple[Row, ...]
    bodies: tuple[Body, ...]
    unassigned: Body | None
    tasks: int
    left_out: int
    by: By


#: Why a task is in the sheet of those that no body gets.
_NOBODY: dict[By, Message] = {"owner": _("无责任单位的任务"), "lead": _("无牵头单位、也无共同负责单位的任务")}


def issue(
    store: Store,
    *,
    by: By = "owner",
    plan: str | None = None,
    region: str | None = None,
    agency: str | None = None,
) -> Issue:
    """Return which sheets go out of a store.

    Parameters
    ----------
    store
        An open store.
    by
        ``owner``: every body that the clause names gets the task. ``lead``: those who lead it, or who share it where nobody
        leads.
    plan, region
        Only these plans.
    agency
        Only the sheet of this body.

    Raises
    ------
    UnknownNameError
        If there is no such plan, region or agency.
    SettingsError
        If there is no task, or the agency answers for none.
    """
    from queries import ask, resolve_agency
    from queries.plans import chosen_plans

    chosen = chosen_plans(store, plan=plan, region=region)
    wanted = {match.id for match in resolve_agency(store, agency, region=region)} if agency else None
    answers = ask.answer(store, "plan_owners", plans=[row["id"] for row in chosen]).records
    tasks = {row["task_id"]: None for row in answers}
    everybody = bodies_of(answers, by)
    nobody = _unassigned(answers, by) if wanted is None else None
    bodies = [body for body in everybody if wanted is None or body.agency_id in wanted]
    if not bodies and nobody is None:
        raise SettingsError(_("没有符合这些条件的任务；请放宽 --plan、--region 或 --agency"))
    issued = {duty.task_id for body in (*bodies, *([nobody] if nobody else [])) for duty in body.duties}
    return Issue(
        plans=tuple(chosen),
        bodies=tuple(bodies),
        unassigned=nobody,
        tasks=len(tasks),
        left_out=len(tasks) - len(issued),
        by=by,
    )


def bodies_of(answers: Iterable[Row], by: By) -> list[Body]:
    """Return who gets which tasks, in the order in which the plans name them.

    Parameters
    ----------
    answers
        Rows of ``plan_owners``.
    by
        Whom the sheets are for.
    """
    duties: dict[str, list[Duty]] = {}
    said: dict[str, list[Row]] = {}
    for rows in _by_task(answers):
        for row in _who(rows, by):
            said.setdefault(row["agency_id"], []).append(row)
        for agency in dict.fromkeys(row["agency_id"] for row in _who(rows, by)):
            duties.setdefault(agency, []).append(_duty(rows, agency))
    return [_body(agency, said[agency], found) for agency, found in duties.items()]


def _unassigned(answers: Iterable[Row], by: By) -> Body | None:
    """Return the tasks that no body gets, or None if each has one."""
    duties = tuple(_duty(rows, "") for rows in _by_task(answers) if not _who(rows, by))
    return Body(agency_id="", name=_NOBODY[by].told(language()), region=None, duties=duties) if duties else None


def _by_task(answers: Iterable[Row]) -> Iterator[list[Row]]:
    for _task, rows in groupby(answers, key=lambda row: row["task_id"]):
        yield list(rows)


def _duty(rows: Sequence[Row], agency: str) -> Duty:
    order = list(ROLES)
    first = rows[0]
    return Duty(
        task_id=first["task_id"],
        plan_id=first["plan_id"],
        leads=tuple(row["agency"] for row in rows if row["role"] == "lead"),
        roles=tuple(
            sorted(
                (row for row in rows if agency and row["agency_id"] == agency), key=lambda row: order.index(row["role"])
            )
        ),
    )


def _who(rows: Sequence[Row], by: By) -> list[Row]:
    """Return the rows of those who get the task."""
    owners = [row for row in rows if row["agency_id"] is not None]
    if by == "owner":
        return owners
    leads = [row for row in owners if row["role"] == "lead"]
    return leads or [row for row in owners if row["role"] == "co_own"]


def _body(agency_id: str, said: Iterable[Row], duties: Sequence[Duty]) -> Body:
    rows = list(said)
    # Plans may name a body in several ways; the way that most tasks have is the one it knows itself by.
    names = Counter(row["agency"] or row["official"] for row in rows)
    return Body(
        agency_id=agency_id, name=names.most_common(1)[0][0], region=rows[0]["agency_region"], duties=tuple(duties)
    )
