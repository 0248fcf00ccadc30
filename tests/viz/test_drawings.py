"""The maps of an explorer: whose places they hold, and that no two shapes share one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from explorer_content import content

from viz.drawings import DETAIL, drawings


def places(drawing: dict, kind: str) -> list[int]:
    return [spot[0] for spot in drawing[kind]]


def test_the_whole_comes_first_and_then_each_plan() -> None:
    whole, first, second = drawings(content())
    assert [each["plan"] for each in (whole, first, second)] == [None, 0, 1]
    assert (places(whole, "agencies"), places(whole, "tasks")) == ([0, 1, 2, 3], [0, 1, 2])
    assert (places(first, "agencies"), places(first, "tasks")) == ([0, 1], [0, 1])  # with the task of nobody
    assert (places(second, "agencies"), places(second, "tasks")) == ([2, 3], [2])


def test_one_plan_is_the_whole() -> None:
    given = content()
    [only] = drawings(replace(given, plans=given.plans[:1], tasks=given.tasks[:2]))
    assert (only["plan"], places(only, "tasks")) == (0, [0, 1])


def test_in_the_whole_of_very_many_tasks_plans_stand_for_them() -> None:
    whole, first, _ = drawings(content(more=DETAIL))
    assert (places(whole, "agencies"), places(whole, "plans"), "tasks" in whole) == ([0, 1, 2, 3], [0, 1], False)
    assert len(first["tasks"]) == DETAIL + 2


@pytest.mark.parametrize("more", [0, 40])
def test_no_two_shapes_share_a_place(more: int) -> None:
    for drawing in drawings(content(more)):
        spots = [tuple(spot[1:]) for kind in ("agencies", "tasks") for spot in drawing.get(kind, ())]
        assert len(set(spots)) == len(spots)


def test_nothing_to_draw_is_a_drawing_without_shapes() -> None:
    given = content()
    [only] = drawings(replace(given, plans=given.plans[:1], tasks=[], agencies=[]))
    assert only == {"plan": 0, "agencies": [], "tasks": []}
