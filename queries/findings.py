"""What the audit counts, as questions of their own: tasks without owner or lead, with several, with one, in groups."""

from __future__ import annotations

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.catalogue import ask
from queries.framed import framed
from queries.plans import find_region, over_plans, plans, scope

__all__ = [
    "co_owners",
    "industries_without_lead",
    "no_lead",
    "no_owner",
    "only_collective",
    "open_ended",
    "plan_leads",
    "several_leads",
    "single_owner",
    "unled_tasks",
    "unowned_tasks",
    "unread_trigger",
]


@framed
def no_owner(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that nobody answers for.

    Examples
    --------
    >>> no_owner(sample_store, region="洛阳")["number"].tolist()
    ['二/（五）/专栏1', '三/（一）']
    """
    return over_plans(store, "no_owner", region=region, plan=plan)


@framed
def unowned_tasks(store: Store) -> Answer:
    """Return the tasks that nobody answers for, without what their plans say: for a store of thousands of plans.

    Examples
    --------
    >>> unowned_tasks(sample_store)["title"].tolist()
    ['重点工程', '加强培训']
    """
    return ask.answer(store, "unowned_tasks")


@framed
def unled_tasks(store: Store) -> Answer:
    """Return the tasks that somebody answers for and nobody leads: for a store of thousands of plans.

    Examples
    --------
    >>> unled_tasks(sample_store)["title"].tolist()
    ['培育企业', '培育企业', '更新车辆']
    """
    return ask.answer(store, "unled_tasks")


@framed
def only_collective(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that only a collective answers for.

    Examples
    --------
    >>> only_collective(sample_store)[["number", "clause"]].values.tolist()
    [['二/（二）', '各县（市、区）人民政府落实']]
    """
    return ask.answer(store, "only_collective", **scope(store, region=region, plan=plan))


@framed
def no_lead(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks with owners of which none leads.

    Examples
    --------
    >>> no_lead(sample_store)["number"].tolist()
    ['二/（二）', '二/（二）', '二/（四）/1']
    """
    return ask.answer(store, "no_lead", **scope(store, region=region, plan=plan))


@framed
def several_leads(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that more than one agency leads.

    Examples
    --------
    >>> several_leads(sample_store)["number"].tolist()
    ['二/（三）']
    """
    return ask.answer(store, "several_leads", **scope(store, region=region, plan=plan))


@framed
def single_owner(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks that one body alone answers for, with that body.

    Examples
    --------
    >>> single_owner(sample_store)[["number", "agency"]].values.tolist()
    [['二/（一）/2', '市统计局'], ['一/2', '市工业和信息化局']]
    """
    return ask.answer(store, "single_owner", **scope(store, region=region, plan=plan))


@framed
def open_ended(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks whose list of owners ends in 等.

    Examples
    --------
    >>> open_ended(sample_store)["clause"].tolist()
    ['市工业和信息化局、科技局等按职责分工负责']
    """
    return ask.answer(store, "open_ended", **scope(store, region=region, plan=plan))


@framed
def co_owners(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks by the number of agencies that answer for them, the largest groups first.

    Examples
    --------
    >>> co_owners(sample_store)[["number", "owners"]].head(2).values.tolist()
    [['二/（一）/1', 3], ['二/（四）/2', 3]]
    """
    return ask.answer(store, "co_owners", **scope(store, region=region, plan=plan))


@framed
def unread_trigger(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the trigger words that stand outside every clause that was read.

    Examples
    --------
    >>> unread_trigger(sample_store)[["word", "text"]].values.tolist()
    [['责任单位', '各责任单位要高度重视。'], ['牵头', '由培训机构牵头组织。']]
    """
    return ask.answer(store, "unread_trigger", **scope(store, region=region, plan=plan))


@framed
def industries_without_lead(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the industries on which tasks act and none of these has a lead.

    Examples
    --------
    >>> industries_without_lead(sample_store).empty
    True
    """
    return ask.answer(store, "industries_without_lead", **scope(store, region=region, plan=plan))


@framed
def plan_leads(store: Store, *, region: str | None = None) -> Answer:
    """Return how many tasks of each plan have a lead, and how many have one that the plan writes.

    Examples
    --------
    >>> plan_leads(sample_store)[["region", "tasks", "led", "written"]].values.tolist()
    [['洛阳市', 9, 4, 3], ['石家庄市', 2, 2, 1]]
    """
    return ask.answer(
        store,
        "plan_leads",
        region=find_region(region, (row["region"] for row in plans.answer(store).records)) if region else "",
    )
