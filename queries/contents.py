"""What plans hold: sections, tasks, targets, industries, deadlines and reports, each a question of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed
from queries.plans import find_plan, find_region, scope
from queries.plans import plans as every_plan

__all__ = [
    "plan_industries",
    "plan_list",
    "plan_owners",
    "plan_sections",
    "plan_targets",
    "plan_tasks",
    "progress_reports",
    "section_tasks",
    "section_titles",
    "task_days",
    "tasks_at",
    "titled_tasks",
    "titles_with",
]


@framed
def plan_list(store: Store, *, region: str | None = None) -> Answer:
    """Return every plan by name, without what was read out of it.

    Examples
    --------
    >>> plan_list(sample_store, region="洛阳")["title"].tolist()
    ['洛阳市绿色园区实施方案']
    """
    return ask.answer(
        store,
        "plan_list",
        region=find_region(region, (row["region"] for row in every_plan.answer(store).records)) if region else "",
    )


@framed
def plan_tasks(store: Store) -> Answer:
    """Return how many tasks each plan has.

    Examples
    --------
    >>> plan_tasks(sample_store)[["region", "tasks"]].values.tolist()
    [['洛阳市', 9], ['石家庄市', 2]]
    """
    return ask.answer(store, "plan_tasks")


@framed
def plan_sections(store: Store, *plans: str) -> Answer:
    """Return the numbered sections of some plans, each as `find_plan` reads it, in document order.

    Examples
    --------
    >>> plan_sections(sample_store, "数字车间")[["number", "title"]].values.tolist()
    [['一', '重点任务'], ['附', '指标表']]
    """
    return ask.answer(store, "plan_sections", plans=_ids(store, plans))


@framed
def plan_owners(store: Store, *plans: str) -> Answer:
    """Return who answers for the tasks of some plans, of every plan when none is named, one row for each task and agency.

    Examples
    --------
    >>> plan_owners(sample_store, "数字车间")[["number", "agency", "role"]].values.tolist()
    [['一/1', '市工业和信息化局', 'lead'], ['一/1', '市财政局', 'co_own'], ['一/1', '省工业和信息化厅', 'guide'], ['一/2', '市工信局', 'lead']]
    """
    return ask.answer(store, "plan_owners", plans=_ids(store, plans))


@framed
def plan_targets(store: Store, *plans: str) -> Answer:
    """Return every target of some plans, in document order.

    Examples
    --------
    >>> plan_targets(sample_store, "数字车间")[["metric", "value", "unit"]].values.tolist()
    [['数字车间', 50.0, '个']]
    """
    return ask.answer(store, "plan_targets", plans=_ids(store, plans))


@framed
def plan_industries(store: Store, *plans: str) -> Answer:
    """Return the industries that the tasks of some plans act on, with the wider ones of each.

    Examples
    --------
    >>> plan_industries(sample_store, "绿色园区")[["industry", "wider"]].values.tolist()
    [['水泥', '建材'], ['水泥', '水泥']]
    """
    return ask.answer(store, "plan_industries", plans=_ids(store, plans))


@framed
def task_days(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return when each task is due, plan by plan in document order.

    Examples
    --------
    >>> task_days(sample_store, region="洛阳")[["number", "deadline_year"]].dropna().values.tolist()
    [['二/（一）/1', 2025]]
    """
    return ask.answer(store, "task_days", **scope(store, region=region, plan=plan))


@framed
def tasks_at(store: Store, number: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks at a number path and below it.

    Examples
    --------
    >>> tasks_at(sample_store, "三", region="洛阳")["number"].tolist()
    ['三/（一）']
    """
    return ask.answer(store, "tasks_at", number=number, **scope(store, region=region, plan=plan))


@framed
def titled_tasks(store: Store, *titles: str) -> Answer:
    """Return the ids of the tasks that bear one of some titles.

    Examples
    --------
    >>> titled_tasks(sample_store, "改造锅炉")["title"].tolist()
    ['改造锅炉']
    """
    return ask.answer(store, "titled_tasks", titles=[*titles])


@framed
def titles_with(store: Store, *words: str) -> Answer:
    """Return the titles of tasks that hold one of some words, with the number of tasks.

    Examples
    --------
    >>> titles_with(sample_store, "锅炉", "培训").values.tolist()
    [['加强培训', 1], ['改造锅炉', 1]]
    """
    return ask.answer(store, "titles_with", words=[*words])


@framed
def section_titles(store: Store, *words: str) -> Answer:
    """Return the titles of numbered sections that hold one of some words, with the number of plans.

    Examples
    --------
    >>> section_titles(sample_store, "任务").values.tolist()
    [['主要任务', 1], ['重点任务', 1]]
    """
    return ask.answer(store, "section_titles", words=[*words])


@framed
def section_tasks(store: Store, *section_ids: str) -> Answer:
    """Return the ids of the tasks below sections, however deep.

    Examples
    --------
    >>> chapter = ask(sample_store, "task_sections", tasks=titled_tasks(sample_store, "改造锅炉")["task_id"].tolist()).loc[0, "section_id"]
    >>> len(section_tasks(sample_store, chapter))
    8
    """
    return ask.answer(store, "section_tasks", sections=[*section_ids])


@framed
def progress_reports(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return what offices reported about tasks, plan by plan in the order in which it came in.

    Examples
    --------
    >>> progress_reports(sample_store).empty
    True
    """
    return ask.answer(store, "progress_reports", **scope(store, region=region, plan=plan))


def _ids(store: Store, plans: Iterable[str]) -> list[str]:
    """Return the ids of plans that `find_plan` reads."""
    return [str(find_plan(store, plan)["id"]) for plan in plans]
