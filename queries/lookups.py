"""Names and ids: which agencies and industries there are, what a text names, and what belongs to some tasks or agencies."""

from __future__ import annotations

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.framed import framed
from queries.plans import find_plan, scope
from queries.role_words import find_role

__all__ = [
    "agency_names",
    "agency_plans",
    "agency_regions",
    "agency_targets",
    "concerned_tasks",
    "industry_names",
    "joined_agencies",
    "named_agencies",
    "named_in_plans",
    "owned_ids",
    "owned_tasks",
    "owners_of_tasks",
    "plan_names",
    "present",
    "region_names",
    "same_agencies",
    "target_names",
    "target_owners",
    "task_industries",
    "task_sections",
    "task_years",
    "tasks_by_id",
    "tasks_of_agency",
    "used_names",
]


@framed
def agency_names(store: Store, *, region: str = "") -> Answer:
    """Return every name that a plan uses for an agency, once for each region of such plans.

    Parameters
    ----------
    store
        An open store.
    region
        Full name of the agency's or the plan's region; every region when left out.

    Examples
    --------
    >>> agency_names(sample_store)["used"].tolist()[:2]
    ['省工业和信息化厅', '各县（市、区）人民政府']
    >>> agency_names(sample_store, region="河北省")["used"].tolist()
    ['省工业和信息化厅']
    """
    return ask.answer(store, "agency_names", region=region)


@framed
def region_names(store: Store, region: str) -> Answer:
    """Return every name that plans use for the agencies of a region.

    Examples
    --------
    >>> region_names(sample_store, "河北省")["used"].tolist()
    ['省工业和信息化厅']
    """
    return ask.answer(store, "region_names", region=region)


@framed
def plan_names(store: Store, plan: str) -> Answer:
    """Return every name that a plan uses for the agencies of its tasks; `plan` as `find_plan` reads it.

    Examples
    --------
    >>> plan_names(sample_store, "数字车间")["used"].tolist()
    ['省工业和信息化厅', '市工业和信息化局', '市工信局', '市财政局']
    """
    return ask.answer(store, "plan_names", plan=find_plan(store, plan)["id"])


@framed
def target_names(store: Store, plan: str) -> Answer:
    """Return every name that a plan uses for the agencies of its targets; `plan` as `find_plan` reads it.

    Examples
    --------
    >>> target_names(sample_store, "数字车间")["used"].tolist()
    ['市工业和信息化局']
    """
    return ask.answer(store, "target_names", plan=find_plan(store, plan)["id"])


@framed
def used_names(store: Store) -> Answer:
    """Return every name that plans use for agencies, with the full name, each pair once.

    Examples
    --------
    >>> used_names(sample_store).values.tolist()[-2:]
    [['市财政局', '市财政局'], ['省工业和信息化厅', '省工业和信息化厅']]
    """
    return ask.answer(store, "used_names")


@framed
def agency_regions(store: Store) -> Answer:
    """Return every agency of the store with its region.

    Examples
    --------
    >>> agency_regions(sample_store)[["name", "region"]].values.tolist()[-1]
    ['市财政局', '石家庄市']
    """
    return ask.answer(store, "agency_regions")


@framed
def agency_plans(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return the plans that give an agency a task; `name` as `resolve_agency` reads it.

    Examples
    --------
    >>> agency_plans(sample_store, "工信局")["name"].tolist()
    ['市工业和信息化局', '市工业和信息化局']
    """
    return ask.answer(store, "agency_plans", agencies=_meant(store, name, region))


@framed
def agency_targets(store: Store, name: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the targets of the tasks for which an agency answers.

    Examples
    --------
    >>> agency_targets(sample_store, "市财政局", region="洛阳")[["metric", "value"]].values.tolist()
    [['锅炉改造数', 10.0]]
    """
    return ask.answer(
        store, "agency_targets", agencies=_meant(store, name, region), **scope(store, region=region, plan=plan)
    )


@framed
def owned_tasks(store: Store, name: str, *, region: str | None = None, role: str | None = None) -> Answer:
    """Return the tasks of an agency with what it answers for, and nobody else.

    Examples
    --------
    >>> owned_tasks(sample_store, "市工信局", region="洛阳", role="牵头")["number"].tolist()
    ['二/（一）/1']
    """
    return ask.answer(
        store, "owned_tasks", agencies=_meant(store, name, region), roles=[find_role(role)] if role else []
    )


@framed
def owned_ids(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return which tasks an agency answers for, by id.

    Examples
    --------
    >>> len(owned_ids(sample_store, "市工信局", region="洛阳"))
    2
    """
    return ask.answer(store, "owned_ids", agencies=_meant(store, name, region))


@framed
def same_agencies(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return the agencies that an override takes for the same body.

    Examples
    --------
    >>> same_agencies(sample_store, "市财政局").empty
    True
    """
    return ask.answer(store, "same_agencies", agencies=_meant(store, name, region))


@framed
def joined_agencies(store: Store) -> Answer:
    """Return the agencies that an override takes for the same body as another.

    Examples
    --------
    >>> joined_agencies(sample_store).empty
    True
    """
    return ask.answer(store, "joined_agencies")


@framed
def tasks_of_agency(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return everything that an agency answers for, in whatever plans; `name` as `resolve_agency` reads it.

    Examples
    --------
    >>> tasks_of_agency(sample_store, "市财政局", region="洛阳")["role"].tolist()
    ['support']
    """
    parts = [ask.answer(store, "tasks_of_agency", agency=key) for key in _meant(store, name, region)]
    return Answer(parts[0].columns, [row for part in parts for row in part.records])


@framed
def named_agencies(store: Store, text: str) -> Answer:
    """Return the agencies whose name or alias a text holds.

    Examples
    --------
    >>> named_agencies(sample_store, "市统计局负责什么")[["name", "plan_region"]].values.tolist()
    [['市统计局', '洛阳市']]
    """
    return ask.answer(store, "named_agencies", text=text)


@framed
def named_in_plans(store: Store, text: str) -> Answer:
    """Return the agencies that a plan calls by a name that a text holds and that is not their full name.

    Examples
    --------
    >>> named_in_plans(sample_store, "市科技局和市工业和信息化局")["used"].tolist()
    ['市科技局']
    """
    return ask.answer(store, "named_in_plans", text=text)


@framed
def industry_names(store: Store) -> Answer:
    """Return every industry with other words for it.

    Examples
    --------
    >>> industry_names(sample_store)["industry"].tolist()
    ['建材', '水泥']
    """
    return ask.answer(store, "industry_names")


@framed
def concerned_tasks(store: Store, industry: str) -> Answer:
    """Return the ids of the tasks that act on an industry or on one of its narrower industries.

    Examples
    --------
    >>> len(concerned_tasks(sample_store, "建材"))
    1
    """
    return ask.answer(store, "concerned_tasks", industry=industry)


@framed
def owners_of_tasks(store: Store, *task_ids: str) -> Answer:
    """Return some tasks with who answers for them, one row for each task and agency.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> owners_of_tasks(sample_store, boiler)[["title", "agency"]].values.tolist()
    [['改造锅炉', '市工业和信息化局'], ['改造锅炉', '市财政局'], ['改造锅炉', '市生态环境局']]
    """
    return ask.answer(store, "owners_of_tasks", tasks=[*task_ids])


@framed
def tasks_by_id(store: Store, *task_ids: str) -> Answer:
    """Return some tasks, without who answers for them.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> tasks_by_id(sample_store, boiler)[["number", "title"]].values.tolist()
    [['二/（一）/1', '改造锅炉']]
    """
    return ask.answer(store, "tasks_by_id", tasks=[*task_ids])


@framed
def task_industries(store: Store, *task_ids: str) -> Answer:
    """Return the industries that tasks act on.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> task_industries(sample_store, boiler)["name"].tolist()
    ['水泥']
    """
    return ask.answer(store, "task_industries", tasks=[*task_ids])


@framed
def task_sections(store: Store, *task_ids: str) -> Answer:
    """Return the sections that tasks stand in, from the chapter down.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> task_sections(sample_store, boiler)["title"].tolist()
    ['主要任务', '节能改造']
    """
    return ask.answer(store, "task_sections", tasks=[*task_ids])


@framed
def task_years(store: Store, *task_ids: str) -> Answer:
    """Return the years that the targets of tasks name.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> task_years(sample_store, boiler)["due"].tolist()
    [2025]
    """
    return ask.answer(store, "task_years", tasks=[*task_ids])


@framed
def target_owners(store: Store, *target_ids: str) -> Answer:
    """Return who answers for targets by the row of their own indicator table.

    Examples
    --------
    >>> every = ask(sample_store, "targets")
    >>> target_owners(sample_store, *every["target_id"])["name"].tolist()
    ['市工业和信息化局']
    """
    return ask.answer(store, "target_owners", targets=[*target_ids])


@framed
def present(store: Store, *ids: str) -> Answer:
    """Return which of some ids the store holds.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> present(sample_store, boiler, "task-0")["id"].tolist() == [boiler]
    True
    """
    return ask.answer(store, "present", ids=[*ids])


def _meant(store: Store, name: str, region: str | None) -> list[str]:
    """Return the ids of the agencies that `resolve_agency` reads."""
    return [match.id for match in resolve_agency(store, name, region=region)]
