"""How work is shared out: partners, shared tasks, workload, bodies that never lead, tasks by period and by words."""

from __future__ import annotations

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.framed import framed
from queries.plans import find_plan, scope
from queries.role_words import find_role

__all__ = [
    "agency_loads",
    "due_between",
    "given_tasks",
    "never_in_roles",
    "never_lead",
    "only_in_plan",
    "partners",
    "shared_tasks",
    "tasks_with_text",
    "workload",
]


@framed
def partners(store: Store, name: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return who answers for tasks together with an agency, those with the most tasks first.

    Parameters
    ----------
    store
        An open store.
    name
        Any name that `resolve_agency` reads.
    region, plan
        Only the plans of this region, or this plan.

    Raises
    ------
    UnknownNameError
        If there is no such agency, region or plan.

    Examples
    --------
    >>> partners(sample_store, "市工信局", region="洛阳")[["partner", "tasks"]].values.tolist()
    [['市生态环境局', 1], ['市科学技术局', 1], ['市财政局', 1]]
    """
    ids = [match.id for match in resolve_agency(store, name, region=region)]
    return ask.answer(store, "partners", agencies=ids, **scope(store, region=region, plan=plan))


@framed
def given_tasks(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return the plans that give an agency tasks, with how many in each role and the first line that says so.

    Parameters
    ----------
    store
        An open store.
    name
        Any name that `resolve_agency` reads.
    region
        Only the plans of this region.

    Raises
    ------
    UnknownNameError
        If there is no such agency or region.

    Examples
    --------
    >>> given_tasks(sample_store, "市财政局", region="洛阳")[["plan", "tasks", "co_owns", "supports"]].values.tolist()
    [['洛阳市绿色园区实施方案', 1, 0, 1]]
    """
    ids = [match.id for match in resolve_agency(store, name, region=region)]
    return ask.answer(store, "given_tasks", agencies=ids, region=scope(store, region=region)["region"])


@framed
def shared_tasks(store: Store, one: str, other: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks for which two agencies answer together, in whatever roles.

    Raises
    ------
    UnknownNameError
        If there is no such agency, region or plan.

    Examples
    --------
    >>> shared_tasks(sample_store, "市工信局", "市财政局", region="洛阳")["number"].tolist()
    ['二/（一）/1']
    """
    limits = scope(store, region=region, plan=plan)
    rows: dict[str, dict[str, object]] = {}
    columns: list[str] = []
    for first in resolve_agency(store, one, region=region):
        for second in resolve_agency(store, other, region=region):
            found = ask.answer(store, "shared_tasks", one=first.id, other=second.id, **limits)
            columns = found.columns
            rows.update({row["task_id"]: row for row in found.records})
    return Answer(columns, list(rows.values()))


@framed
def workload(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return how many tasks each agency has in each region and role.

    Examples
    --------
    >>> workload(sample_store, region="石家庄")[["agency", "role", "tasks"]].values.tolist()
    [['市工业和信息化局', 'lead', 2], ['市财政局', 'co_own', 1], ['省工业和信息化厅', 'guide', 1]]
    """
    return ask.answer(store, "workload", **scope(store, region=region, plan=plan))


@framed
def agency_loads(store: Store, *, role: str | None = None) -> Answer:
    """Return how many tasks each body has in its region, counted once however many roles it has in one.

    Parameters
    ----------
    store
        An open store.
    role
        Only tasks in this role, by its key or any of its words; every role when left out.

    Examples
    --------
    >>> agency_loads(sample_store, role="牵头").head(2).values.tolist()
    [['洛阳市', '市商务局', 2], ['洛阳市', '市发展和改革委员会', 1]]
    """
    return ask.answer(store, "agency_loads", roles=[find_role(role)] if role else [])


@framed
def never_lead(store: Store, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the agencies that answer for tasks and lead none.

    Examples
    --------
    >>> never_lead(sample_store, region="洛阳")["agency"].tolist()
    ['市交通运输局', '市公安局', '市生态环境局', '市科学技术局', '市财政局']
    """
    return ask.answer(store, "never_lead", **scope(store, region=region, plan=plan))


@framed
def never_in_roles(store: Store, *roles: str) -> Answer:
    """Return what the agencies answer for that have no task in any of some roles; each by its key or any of its words.

    Examples
    --------
    >>> sorted(set(never_in_roles(sample_store, "牵头", "配合")["agency"]))
    ['各县（市、区）人民政府', '市交通运输局', '市公安局', '市科技局', '市财政局', '省工业和信息化厅']
    """
    return ask.answer(store, "never_in_roles", roles=[find_role(role) for role in roles])


@framed
def due_between(store: Store, first: int, last: int, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks whose deadline is in one of some years, both ends included.

    Examples
    --------
    >>> due_between(sample_store, 2024, 2026)[["number", "due"]].values.tolist()
    [['二/（一）/1', 2025]]
    """
    return ask.answer(store, "due_between", first=first, last=last, **scope(store, region=region, plan=plan))


@framed
def tasks_with_text(store: Store, said: str, *, region: str | None = None, plan: str | None = None) -> Answer:
    """Return the tasks whose words hold a text.

    Examples
    --------
    >>> tasks_with_text(sample_store, "培训")["number"].tolist()
    ['三/（一）']
    """
    return ask.answer(store, "tasks_with_text", said=said, **scope(store, region=region, plan=plan))


@framed
def only_in_plan(store: Store, here: str, above: str) -> Answer:
    """Return the bodies of a plan whose functional line another plan does not name.

    Parameters
    ----------
    store
        An open store.
    here, above
        Two plans, as `find_plan` reads them.

    Examples
    --------
    >>> only_in_plan(sample_store, "绿色园区", "数字车间")["agency"].tolist()
    ['市交通运输局', '市公安局', '市发展和改革委员会', '市商务局', '市生态环境局', '市科学技术局', '市统计局']
    """
    return ask.answer(store, "only_in_plan", here=find_plan(store, here)["id"], above=find_plan(store, above)["id"])
