"""Where agencies, tasks and plans stand on the maps of an explorer: the whole store, and each plan by itself.

Only places are computed here; what stands in them and the lines between are what the page holds anyway.
"""

from __future__ import annotations

from collections import defaultdict
from math import sqrt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from viz.explorer import Explorer

__all__ = ["DETAIL", "drawings"]

#: Most agencies and tasks that the map of the whole draws one by one; beyond, plans stand for their tasks.
DETAIL = 300
_TASK = 20.0
_NAME = 5.0  # less than half the width of a sign of a name, which stands below its shape
_SIGNS = 9  # of a name for which room is kept


def drawings(content: Explorer) -> list[dict[str, Any]]:
    """Return the maps of a content: of the whole first, then of each plan if there are several.

    Each says of which plan it is (its place, None for the whole) and lists ``agencies`` and ``tasks``, or ``plans`` in
    the place of tasks, as (place in the content, x, y).
    """
    if len(content.plans) == 1:
        return [_drawing(content, 0)]
    held = {owner.agency for task in content.tasks for owner in task.owners}
    whole = _drawing(content, None) if len(held) + len(content.tasks) <= DETAIL else _overview(content)
    return [whole, *(_drawing(content, plan) for plan in range(len(content.plans)))]


def _drawing(content: Explorer, plan: int | None) -> dict[str, Any]:
    tasks = [at for at, task in enumerate(content.tasks) if plan is None or task.plan == plan]
    lines = {(owner.agency, at): 1.0 for at in tasks for owner in content.tasks[at].owners}
    return _placed(content, plan, "tasks", tasks, lines, dict.fromkeys(tasks, _TASK))


def _overview(content: Explorer) -> dict[str, Any]:
    duties: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for at, task in enumerate(content.tasks):
        for owner in task.owners:
            duties[owner.agency, task.plan].add(at)
    room = dict.fromkeys(range(len(content.plans)), _NAME * _SIGNS)
    pulls = {line: sqrt(len(shared)) for line, shared in sorted(duties.items())}
    return _placed(content, None, "plans", list(room), pulls, room)


def _placed(
    content: Explorer,
    plan: int | None,
    kind: str,
    others: list[int],
    lines: dict[tuple[int, int], float],
    room: dict[int, float],
) -> dict[str, Any]:
    from viz.layout import place

    agencies = sorted({agency for agency, _ in lines})
    first = {agency: at for at, agency in enumerate(agencies)}
    second = {other: len(agencies) + at for at, other in enumerate(others)}
    radii = [max(14.0, _NAME * min(_SIGNS, len(content.agencies[agency].name))) for agency in agencies]
    points = place(
        radii + [room[other] for other in others],
        [(first[agency], second[other]) for agency, other in lines],
        list(lines.values()),
        [True] * len(agencies) + [False] * len(others) if kind == "plans" else None,
    )
    if len(points) and points[:, 1].max() - points[:, 1].min() > points[:, 0].max() - points[:, 0].min():
        points = points[:, ::-1]  # a window is wider than high
    spots = [(at, round(float(x)), round(float(y))) for at, (x, y) in zip([*agencies, *others], points, strict=True)]
    return {"plan": plan, "agencies": spots[: len(agencies)], kind: spots[len(agencies) :]}
