"""Tasks: found by their words, their number or their id, with who answers for them."""

from __future__ import annotations

import re

from graph.messages import _
from graph.model.identity import fold
from graph.stores.answer import Answer, Row
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed
from queries.owners import grouped, owners_of, years_of
from queries.plans import over_plans, scope
from queries.suggestions import unknown

__all__ = ["task", "task_owners", "tasks"]

_LONGEST_NUMBER = 24
_NUMERAL = re.compile(r"[\d一二三四五六七八九十]")


@framed
def tasks(store: Store, text: str = "", *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks whose title or text holds `text`, plan by plan in document order.

    Parameters
    ----------
    store
        An open store.
    text
        Words as the source writes them; every task when empty.
    region
        Region of the plan.
    plan
        A plan, as `find_plan` reads it.

    Returns
    -------
    DataFrame
        The columns of the question ``tasks``: ``region``, ``plan``, ``number``, ``part``, ``of``, ``title``, ``kind``,
        ``clause``, ``open_ended``, ``deadline``, ``text``, ``line``, ``task_id`` and more.

    Raises
    ------
    UnknownNameError
        If there is no such region or plan.

    Examples
    --------
    >>> tasks(sample_store, "锅炉")["title"].tolist()
    ['改造锅炉']
    """
    return over_plans(store, "tasks", text=text, region=region, plan=plan)


@framed
def task_owners(store: Store, *task_ids: str) -> Answer:
    """Return one row for each task and agency that answers for it, in the order of the clause.

    Parameters
    ----------
    store
        An open store.
    *task_ids
        Ids of tasks; one that the store does not hold has no rows.

    Returns
    -------
    DataFrame
        Columns ``task_id``, ``agency_id``, ``name``, ``written``, ``kind``, ``role``, ``role_word``, ``basis``,
        ``inherited``, ``open_ended``, ``quote``, ``line``, ``ordinal``.

    Examples
    --------
    >>> boiler = tasks(sample_store, "锅炉").loc[0, "task_id"]
    >>> task_owners(sample_store, boiler)[["name", "role"]].values.tolist()
    [['市工业和信息化局', 'lead'], ['市财政局', 'support'], ['市生态环境局', 'support']]
    """
    return ask.answer(store, "task_owners", tasks=list(task_ids))


@framed
def task(store: Store, text: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that `text` means, each with its owners, verbatim text, sections, targets and industries.

    Parameters
    ----------
    store
        An open store.
    text
        Id of a task; or its number path (二/（一）/1), also as people say it (二(一)1, 第二章第三条, 专栏2) and, where no
        task has that number, of what its tasks stand below; or words of its title; or, where no title has them, words
        of its text. Width, kind of brackets and white space make no difference.
    region
        Region of the plan.
    plan
        A plan, as `find_plan` reads it.

    Returns
    -------
    DataFrame
        The columns of `tasks`, then ``due`` (years), ``owners`` (as `task_owners`), ``sections`` (titles from the
        chapter down), ``industries`` (words of the text), ``industry_names`` (of the lexicon, one a word) and ``targets`` (rows of `targets`, without owners).

    Raises
    ------
    UnknownNameError
        If no task is meant; carries the three nearest titles.

    Examples
    --------
    >>> row = task(sample_store, "二/(一)/1").iloc[0]
    >>> row["title"], row["sections"], [owner["name"] for owner in row["owners"]]
    ('改造锅炉', ['主要任务', '节能改造'], ['市工业和信息化局', '市财政局', '市生态环境局'])
    """
    limits = scope(store, region=region, plan=plan)
    rows = ask.answer(store, "tasks", **limits)
    records = _meant(text, rows.records)
    ids = [row["task_id"] for row in records]
    owners, years = owners_of(store, ids), years_of(store, ids)
    sections, industries = grouped(store, "task_sections", ids), grouped(store, "task_industries", ids)
    targets: dict[str, list[Row]] = {}
    for row in ask.answer(store, "targets", **limits).records:
        targets.setdefault(row["task_id"], []).append(row)
    for row in records:
        key = row["task_id"]
        row["due"] = sorted(years.get(key, set()) | {row["deadline_year"]} - {None})
        row["owners"] = owners.get(key, [])
        row["sections"] = [each["title"] for each in sections.get(key, [])]
        row["industries"] = [each["written"] or each["name"] for each in industries.get(key, [])]
        row["industry_names"] = [each["name"] for each in industries.get(key, [])]
        row["targets"] = targets.get(key, [])
    columns = [*rows.columns, "due", "owners", "sections", "industries", "industry_names", "targets"]
    return Answer.picked(records, columns)


def _meant(text: str, rows: list[Row]) -> list[Row]:
    wanted = fold(text)
    if wanted:
        found = (
            [row for row in rows if row["task_id"] == text]
            or [row for row in rows if fold(row["number"] or "") == wanted]
            or _at_number(text, rows)
            or [row for row in rows if wanted in fold(row["title"] or "")]
            or [row for row in rows if wanted in fold(row["text"] or "")]
        )
        if found:
            return found
    titles = {row["title"] for row in rows if row["title"]}
    raise unknown(text, titles, what=_("任务"), none=_("这里没有任务"))


def _at_number(text: str, rows: list[Row]) -> list[Row]:
    """Return the tasks whose number a text says in the words of people, else those below it: 第二章第三条, 二(四)3."""
    if len(text) > _LONGEST_NUMBER or not _NUMERAL.search(text):
        return []
    # Most texts are words of a title; they do not wait for what reads questions.
    from queries.answers.numbers import at_path, path_of

    path = path_of(text)
    exact, below = at_path(path, [row["number"] or "" for row in rows]) if path else ([], [])
    return [rows[i] for i in exact or below]
