"""Industries, and the tasks that act on them."""

from __future__ import annotations

from graph.messages import _
from graph.model.identity import fold
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed
from queries.owners import owners_of, years_of
from queries.plans import scope
from queries.suggestions import unknown

__all__ = ["industries", "industry_tasks"]


@framed
def industries(store: Store) -> Answer:
    """Return every industry with the number of tasks that name it.

    Parameters
    ----------
    store
        An open store.

    Returns
    -------
    DataFrame
        Columns ``id``, ``name``, ``code``, ``aliases``, ``wider``, ``tasks``; ordered by name.

    Examples
    --------
    >>> industries(sample_store)[["name", "wider", "tasks"]].values.tolist()
    [['建材', None, 0], ['水泥', '建材', 1]]
    """
    return ask.answer(store, "industries")


@framed
def industry_tasks(store: Store, name: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that act on an industry or on one of its narrower industries, with their owners.

    Parameters
    ----------
    store
        An open store.
    name
        Name, with 行业 or 产业 or without, alias or id.
    region
        Region of the plan.
    plan
        A plan, as `find_plan` reads it.

    Returns
    -------
    DataFrame
        One row a task: the columns of the question ``industry_tasks``, of which ``industry`` (names of the lexicon),
        ``written`` (words of the text) and ``industry_id`` are lists, then ``due`` (years), ``leads`` and ``co_owns``
        (names), ``owners`` (as `task_owners`) and ``targets`` (rows of `targets`, without owners).

    Raises
    ------
    UnknownNameError
        If no task names such an industry; carries the three nearest names.

    Examples
    --------
    >>> industry_tasks(sample_store, "建材行业")[["title", "industry"]].values.tolist()
    [['改造锅炉', ['水泥']]]
    """
    limits = scope(store, region=region, plan=plan)
    rows = ask.answer(store, "industry_tasks", industry=_meant(store, name), **limits)
    records = _one_a_task(rows.records)
    ids = [row["task_id"] for row in records]
    owners, years, set_there = owners_of(store, ids), years_of(store, ids), _targets(store, ids, limits)
    for row in records:
        key = row["task_id"]
        row["due"] = sorted(years.get(key, set()) | {row["deadline_year"]} - {None})
        row["owners"] = owners.get(key, [])
        for role, column in (("lead", "leads"), ("co_own", "co_owns")):
            row[column] = [owner["name"] for owner in row["owners"] if owner["role"] == role]
        row["targets"] = set_there.get(key, [])
    columns = [*rows.columns, "due", "leads", "co_owns", "owners", "targets"]
    return Answer.picked(records, columns)


def _one_a_task(rows: list[Row]) -> list[Row]:
    """Return one row a task, the industries that it names as lists."""
    tasks: dict[str, Row] = {}
    for row in rows:
        task = tasks.setdefault(row["task_id"], {**row, **{column: [] for column in _LISTS}})
        for column in _LISTS:
            task[column].append(row[column])
    return list(tasks.values())


_LISTS = ("industry", "written", "industry_id")


def _targets(store: Store, tasks: list[str], limits: dict[str, str]) -> dict[str, list[Row]]:
    wanted = set(tasks)
    found: dict[str, list[Row]] = {}
    for row in ask.answer(store, "targets", **limits).records if wanted else []:
        if row["task_id"] in wanted:
            found.setdefault(row["task_id"], []).append(row)
    return found


def _meant(store: Store, name: str) -> str:
    known = industries.answer(store).records
    short = fold(name)
    wanted = {short, short.removesuffix("行业"), short.removesuffix("产业")}
    for row in known:
        if name == row["id"] or wanted & {fold(each) for each in (row["name"], *(row["aliases"] or ()))}:
            return str(row["id"])
    spelled = {word: row["name"] for row in known for word in (row["name"], *(row["aliases"] or ()))}
    raise unknown(name, spelled, what=_("行业"), none=_("库里没有行业"))
