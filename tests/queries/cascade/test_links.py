"""Counterparts: who is whose, what was split and merged, what only quotes the same words, what was settled by hand."""

from __future__ import annotations

from queries.cascade.links import find_links
from queries.cascade.texts import TaskText

CANAL = "修缮千亩灌渠和提水泵站新打机井推广滴灌"
NURSE = "招录乡村医生护士定向培养并提高津贴标准"
ROADS = "改建山区公路桥梁拓宽急弯增设护栏"


def tasks(*pairs: tuple[str, str]) -> list[TaskText]:
    return [
        TaskText(task_id=f"task-{at}", number=f"一/{at + 1}", part=1, title=title, words=words)
        for at, (title, words) in enumerate(pairs)
    ]


def pairs(
    upper: list[TaskText], lower: list[TaskText], **settled: dict[tuple[str, str], bool]
) -> list[tuple[int, int, str]]:
    return [(link.up, link.down, link.degree) for link in find_links(upper, lower, **settled)]


UPPER = tasks(("农田灌溉", CANAL), ("乡村医疗", NURSE), ("山区交通", ROADS))


def test_an_inserted_task_shifts_nothing() -> None:
    lower = tasks(("新能源", "铺设屋顶光伏板接入电网"), ("水利", CANAL), ("卫生", NURSE), ("道路", ROADS))
    assert pairs(UPPER, lower) == [(0, 1, "same"), (1, 2, "same"), (2, 3, "same")]


def test_a_task_split_over_two_is_the_same_as_one_and_partly_the_other() -> None:
    lower = tasks(("渠系", CANAL[:11]), ("机井", CANAL[11:]), ("卫生", NURSE))
    assert pairs(UPPER, lower) == [(0, 0, "same"), (0, 1, "partial"), (1, 2, "same")]


def test_two_tasks_merged_into_one() -> None:
    assert pairs(UPPER, tasks(("民生", CANAL + NURSE))) == [(0, 0, "same"), (1, 0, "partial")]


def test_an_equal_title_makes_a_counterpart_out_of_a_task_written_anew() -> None:
    assert pairs(UPPER, tasks(("加强农田灌溉建设", "完善沟塘水系夏秋两季轮灌"))) == [(0, 0, "same")]


def test_strangers_have_no_counterpart() -> None:
    assert pairs(UPPER, tasks(("光伏", "铺设屋顶光伏板接入电网"))) == []
    assert find_links([], UPPER) == find_links(UPPER, []) == []


def test_pairs_settled_by_hand_go_before_every_rule() -> None:
    lower = tasks(("水利", CANAL), ("光伏", "铺设屋顶光伏板接入电网"))
    assert pairs(UPPER, lower) == [(0, 0, "same")]
    found = find_links(UPPER, lower, {("task-0", "task-0"): False, ("task-1", "task-1"): True})
    assert [(link.up, link.down, link.settled) for link in found] == [(1, 1, True)]


def test_reasons_name_the_shared_words_and_the_titles() -> None:
    (link,) = find_links(UPPER, tasks(("农田灌溉", f"全力{CANAL[:11]}")))
    assert link.why == "共有：修缮千亩灌渠和提水泵站；标题相同"
    assert 0.9 < link.score <= 1


def test_two_that_share_most_with_each_other_and_part_of_their_titles_are_counterparts() -> None:
    above = tasks(("整治燃气隐患", "餐饮场所安装报警装置和自闭阀门打击黑气点并公布名单接受群众举报"))
    below = tasks(("燃气专项整治", "餐饮场所各处的报警器应装尽装黑气窝点露头就打不留死角一查到底"))
    assert [(link.up, link.down, link.degree) for link in find_links(above, below)] == [(0, 0, "partial")]
    strangers = tasks(("夜市管理", below[0].words))
    assert find_links(above, strangers) == []
