"""Which task is which: same words, reworded, split off, joined, moved."""

from __future__ import annotations

from queries.editions.edition import TaskThere
from queries.editions.matching import match_tasks, moved

CANAL, NURSE, ROADS = "修缮千亩灌渠和提水泵站推广滴灌", "招录乡村医生护士定向培养", "改建山区公路桥梁增设护栏"


def tasks(*bodies: str, parent: str = "一") -> list[TaskThere]:
    return [
        TaskThere(
            id=f"task-{at}", number=f"{parent}/{at}", part=1, title="", text=body, deadline=None, body=body, owners={}, targets=()
        )
        for at, body in enumerate(bodies, 1)
    ]  # fmt: skip


def test_words_decide_and_not_the_place() -> None:
    found = match_tasks(tasks(CANAL, NURSE, ROADS), tasks("铺设屋顶光伏板", NURSE, CANAL + "新打机井"))
    assert (found.pairs, found.split, found.joined) == ({0: 2, 1: 1}, {}, {})


def test_tasks_of_the_same_words_keep_their_numbers() -> None:
    assert match_tasks(tasks(CANAL, CANAL), tasks(CANAL, CANAL)).pairs == {0: 0, 1: 1}


def test_split_and_joined() -> None:
    assert match_tasks(tasks(CANAL + NURSE), tasks(CANAL, NURSE)).split == {1: 0}
    assert match_tasks(tasks(CANAL, NURSE), tasks(CANAL + NURSE)).joined == {1: 0}


def test_only_what_leaves_the_order_has_moved() -> None:
    old, new = tasks(CANAL, NURSE, ROADS), tasks(ROADS, CANAL, NURSE)
    assert moved(old, new, match_tasks(old, new).pairs) == {2}
    later = tasks("铺设屋顶光伏板", CANAL, NURSE, ROADS, parent="二")
    assert moved(old, later, match_tasks(old, later).pairs) == set()
    assert moved([], [], {}) == set()
