"""Industries, and the tasks that act on them."""

from __future__ import annotations

import pandas as pd

from graph.frames import frame
from graph.identity import fold
from graph.store import Store
from queries.catalogue import ask
from queries.nearest import unknown
from queries.owners import owners_of, years_of
from queries.plans import scope

__all__ = ["industries", "industry_tasks"]


def industries(store: Store) -> pd.DataFrame:
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
    return ask(store, "industries")


def industry_tasks(store: Store, name: str, *, region: str | None = None, plan: str | None = None) -> pd.DataFrame:
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
        The columns of the question ``industry_tasks``, then ``due`` (years) and ``owners`` (as `task_owners`).

    Raises
    ------
    UnknownNameError
        If no task names such an industry; carries the three nearest names.

    Examples
    --------
    >>> industry_tasks(sample_store, "建材行业")[["title", "industry"]].values.tolist()
    [['改造锅炉', '水泥']]
    """
    rows = ask(store, "industry_tasks", industry=_meant(store, name), **scope(store, region=region, plan=plan))
    records = rows.to_dict("records")
    ids = [row["task_id"] for row in records]
    owners, years = owners_of(store, ids), years_of(store, ids)
    for row in records:
        row["due"] = sorted(years.get(row["task_id"], set()) | {row["deadline_year"]} - {None})
        row["owners"] = owners.get(row["task_id"], [])
    columns = [*rows.columns, "due", "owners"]
    return frame([[row[column] for column in columns] for row in records], columns)


def _meant(store: Store, name: str) -> str:
    known = industries(store).to_dict("records")
    short = fold(name)
    wanted = {short, short.removesuffix("行业"), short.removesuffix("产业")}
    for row in known:
        if name == row["id"] or wanted & {fold(each) for each in (row["name"], *(row["aliases"] or ()))}:
            return str(row["id"])
    spelled = {word: row["name"] for row in known for word in (row["name"], *(row["aliases"] or ()))}
    raise unknown(name, spelled, what=("行业", "industry"), none=("库里没有行业", "the store holds no industries"))
