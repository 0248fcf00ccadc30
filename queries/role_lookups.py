"""Who answers for tasks, apart from what the tasks say: for answers that many tasks are looked at for.

Asked for together with its owners, a task says its words once for each of them.
"""

from __future__ import annotations

from graph.stores.answer import Answer
from graph.stores.store import Store
from queries.agencies import resolve_agency
from queries.catalogue import ask
from queries.framed import framed
from queries.role_words import find_role

__all__ = ["held_by_several", "roles_beside_agencies", "roles_of_agencies", "roles_of_tasks", "task_lines"]


@framed
def held_by_several(store: Store, *names: str, region: str | None = None) -> Answer:
    """Return which tasks at least two of some agencies answer for, by id.

    Examples
    --------
    >>> len(held_by_several(sample_store, "市工信局", "市财政局", region="洛阳"))
    1
    """
    ids = [key for name in names for key in _meant(store, name, region)]
    return ask.answer(store, "held_by_several", agencies=ids)


@framed
def roles_beside_agencies(store: Store, name: str, *, region: str | None = None) -> Answer:
    """Return who answers for the tasks of an agency, it among them.

    Examples
    --------
    >>> roles_beside_agencies(sample_store, "市财政局", region="洛阳")["agency"].tolist()
    ['市工业和信息化局', '市财政局', '市生态环境局']
    """
    return ask.answer(store, "roles_beside_agencies", agencies=_meant(store, name, region))


@framed
def roles_of_agencies(store: Store, name: str, *, region: str | None = None, role: str | None = None) -> Answer:
    """Return what an agency answers for and in which roles, without what the tasks say.

    Examples
    --------
    >>> roles_of_agencies(sample_store, "市工信局", region="洛阳")["role"].tolist()
    ['co_own', 'lead']
    """
    return ask.answer(
        store, "roles_of_agencies", agencies=_meant(store, name, region), roles=[find_role(role)] if role else []
    )


@framed
def roles_of_tasks(store: Store, *task_ids: str) -> Answer:
    """Return who answers for some tasks, without what the tasks say.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> roles_of_tasks(sample_store, boiler)[["agency", "role"]].values.tolist()
    [['市工业和信息化局', 'lead'], ['市财政局', 'support'], ['市生态环境局', 'support']]
    """
    return ask.answer(store, "roles_of_tasks", tasks=[*task_ids])


@framed
def task_lines(store: Store, *task_ids: str) -> Answer:
    """Return where some tasks stand: number, title and line, without their words.

    Examples
    --------
    >>> boiler = ask(sample_store, "tasks", text="锅炉").loc[0, "task_id"]
    >>> task_lines(sample_store, boiler)[["number", "title", "line"]].values.tolist()
    [['二/（一）/1', '改造锅炉', 6]]
    """
    return ask.answer(store, "task_lines", tasks=[*task_ids])


def _meant(store: Store, name: str, region: str | None) -> list[str]:
    """Return the ids of the agencies that `resolve_agency` reads."""
    return [match.id for match in resolve_agency(store, name, region=region)]
