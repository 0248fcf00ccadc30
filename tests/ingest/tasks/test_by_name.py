"""Tasks that a closing chapter gives to agencies by their names or numbers."""

from __future__ import annotations

import pytest
from parsed import parse, tasks

HEAD = "一、重点任务\n（一）社区食堂。新建食堂。\n（二）实施夜市提升行动。改造夜市。\n二、保障\n1.资金保障。落实资金。\n2.人才引育。引进人才。\n"


def owners(closing: str) -> dict[str, list[str]]:
    return {number: names for number, _, _, names in tasks(f"{HEAD}三、组织实施\n{closing}") if names}


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        ("社区食堂由市民政局会同市财政局组织实施。", {"一/（一）": ["市民政局:lead", "市财政局:support"]}),
        ("夜市提升行动由市商务局负责。", {"一/（二）": ["市商务局:lead"]}),
        ("“夜市提升”工作统一由市商务局负责。", {"一/（二）": ["市商务局:lead"]}),
        (
            "社区食堂、资金保障均由市民政局牵头，市财政局配合。",
            {"一/（一）": ["市民政局:lead", "市财政局:support"], "二/1": ["市民政局:lead", "市财政局:support"]},
        ),
        (
            "资金保障、人才引育分别由市财政局、市人社局负责。",
            {"二/1": ["市财政局:lead"], "二/2": ["市人社局:lead"]},
        ),
        ("本方案第1、2项由市财政局负责。", {"二/1": ["市财政局:lead"], "二/2": ["市财政局:lead"]}),
        ("第（一）至（二）项由市民政局负责。", {"一/（一）": ["市民政局:lead"], "一/（二）": ["市民政局:lead"]}),
        ("第二部分第2项由市人社局负责。", {"二/2": ["市人社局:lead"]}),
        ("第2项任务责任单位为市人社局。", {"二/2": ["市人社局:lead"]}),
        ("社区食堂：市民政局牵头。\n人才引育：市人社局", {"一/（一）": ["市民政局:lead"], "二/2": ["市人社局:lead"]}),
        ("市民政局牵头社区食堂工作，市财政局配合。", {"一/（一）": ["市民政局:lead", "市财政局:support"]}),
        ("保障由市财政局牵头。", {"二/1": ["市财政局:lead*"], "二/2": ["市财政局:lead*"]}),
    ],
)
def test_what_is_named_has_the_owners(closing: str, found: dict[str, list[str]]) -> None:
    assert owners(closing) == found


def test_the_owners_are_explicit_with_the_sentence_as_their_quote() -> None:
    task = parse(f"{HEAD}三、组织实施\n其中，社区食堂由市民政局负责。")["tasks"][0]
    (owner,) = task["owners"]
    assert (task["clause"], owner["basis"], owner["quote"]) == ("由市民政局负责", "explicit", "社区食堂由市民政局负责")


def test_a_chapter_that_only_gives_tasks_away_is_none_itself() -> None:
    numbers = [
        number for number, *_ in tasks(f"{HEAD}三、分工\n（一）社区食堂由市民政局负责。\n（二）第2项由市人社局负责。")
    ]
    assert numbers == ["一/（一）", "一/（二）", "二/1", "二/2"]


def test_an_item_that_says_more_stays_a_task() -> None:
    read = tasks(f"{HEAD}三、监督\n（一）督查考核。每季通报。社区食堂由市民政局负责。")
    assert read[-1] == ("三/（一）", 1, "督查考核", [])
    assert read[0] == ("一/（一）", 1, "社区食堂", ["市民政局:lead"])


def test_a_row_of_a_table_is_found_by_its_name_or_number() -> None:
    text = "序号\t任务\t责任单位\n1\t社区食堂\t\n2\t夜市提升\t市商务局\n三、分工\n社区食堂由市民政局负责。"
    assert [(task[0], task[3]) for task in tasks(text)] == [("表/1", ["市民政局:lead"]), ("表/2", ["市商务局:lead"])]


@pytest.mark.parametrize("named", ["第9项", "水上巡逻"])
def test_what_nothing_is_called_is_part_of_the_chapter_and_told(named: str) -> None:
    read = parse(f"{HEAD}三、组织实施\n社区食堂由市民政局负责。{named}由市公安局牵头。", coverage=True)
    last = read["tasks"][-1]
    assert (last["number"], [owner["name"] for owner in last["owners"]]) == ("三", ["市公安局"])
    assert [(each["word"], each.get("reason")) for each in read["coverage"]["sentences"]] == [(named, None)]


def test_two_items_of_one_name_are_not_told_apart_but_told() -> None:
    text = "一、甲\n1.巡查。巡查。\n二、乙\n1.巡查。巡查。\n2.清理。清理。\n三、实施\n巡查由市水利局负责。清理由市城管局负责。"
    read = parse(text, coverage=True)
    assert [[owner["name"] for owner in task["owners"]] for task in read["tasks"]] == [
        [],
        [],
        ["市城管局"],
        ["市水利局"],
    ]
    assert [each["word"] for each in read["coverage"]["sentences"]] == ["巡查"]


def test_a_duty_with_its_agency_behind_it_is_an_entry_of_a_duty_list() -> None:
    text = "一、职责分工\n堤防巡查由市水利局负责；物资储备由市应急局负责，市财政局配合。"
    assert tasks(text) == [
        ("一", 1, "堤防巡查", ["市水利局:lead"]),
        ("一", 2, "物资储备", ["市应急局:lead", "市财政局:support"]),
    ]


def test_a_list_of_duties_that_names_its_agencies_first_keeps_its_entries() -> None:
    read = tasks(f"{HEAD}三、成员单位职责\n市财政局：负责资金保障。\n市人社局：负责人才引育。")
    assert [(number, names) for number, _, _, names in read if names] == [
        ("三", ["市财政局:lead"]),
        ("三", ["市人社局:lead"]),
    ]
