"""The table in targets_topics.txt: targets of plans on education, health, transport, farming, data, housing, safety."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.targets.sentences import Target, find_targets, handed_on

TABLE = Path(__file__).with_name("targets_topics.txt")


def _cases() -> Iterator[tuple[str, list[str]]]:
    passage, wanted = "", list[str]()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            wanted.append(line.strip())
        elif line.strip() and not line.startswith("#"):
            if passage:
                yield passage, wanted
            passage, wanted = line.strip(), []
    yield passage, wanted


def _row(said: Target) -> str:
    words = [said.change]
    if said.value is not None:
        words += [said.comparator or "-", f"{said.value:g}", said.unit or "-"]
    due = str(said.due or "") or (f"({said.due_derived})" if said.due_derived else "-")
    return f"{said.metric} | {' '.join(words)} | {due} | {said.baseline or '-'}"


@pytest.mark.parametrize(("passage", "wanted"), list(_cases()))
def test_targets_of_a_passage(passage: str, wanted: list[str]) -> None:
    assert [_row(said) for said in find_targets(passage)] == wanted


def test_what_a_plan_tells_of_the_years_before_it_is_no_target() -> None:
    text = "2023年，全市新建学校30所。“十三五”期间，新增就业35万人。到2023年底，新建学校30所。2026年，新建学校20所。"
    assert [(said.value, said.due) for said in find_targets(text, since=2024)] == [(30, 2023), (20, 2026)]
    assert [said.value for said in find_targets(text)] == [30, 35, 30, 20]


@pytest.mark.parametrize(
    "text",
    [
        "目前，全市已建成充电桩1.2万个，覆盖率达到60%，新增服务站30座。",
        "2020年以来，累计建成步道300公里，覆盖率达到60%。",
        "截至2023年末，完成改造1200个小区，覆盖率达到60%。",
    ],
)
def test_a_look_back_holds_for_the_rest_of_its_sentence_unless_the_plan_looks_ahead(text: str) -> None:
    assert find_targets(text) == []
    ahead = find_targets(text.replace("。", "，力争到2030年达到90%。"))
    assert [(said.value, said.due) for said in ahead] == [(90, 2030)]


def test_a_stocktaking_year_after_the_plan_s_own_is_a_deadline() -> None:
    text = "截至2027年，全市站点达到80个。截至2024年，全市站点达到20个。"
    assert [(said.value, said.due) for said in find_targets(text, since=2024)] == [(80, 2027)]


def test_where_a_value_starts_from_is_told_once_and_no_target() -> None:
    text = "加工转化率由2021年的60%，到2027年提高到75%。从业人员由2020年的3万人，增加到5万人。"
    assert [(said.metric, said.value) for said in find_targets(text, since=2023)] == [
        ("加工转化率", 75),
        ("从业人员", 5),
    ]


def test_a_date_with_a_colon_holds_for_the_lines_below_it() -> None:
    text = "到2028年，努力实现以下目标：\n——规模：产值达到90亿元，年均增长7%；\n——平台：站点30个，到2030年达到50个。\n——人才：新增4000人次。"
    said = [(each.metric, each.value, each.due) for each in find_targets(text)]
    assert said == [
        ("产值", 90, 2028),
        ("产值", 7, 2028),
        ("站点", 30, 2028),
        ("站点", 50, 2030),
        ("新增4000人次", 4000, 2028),
    ]


def test_among_goals_the_year_of_the_sentence_before_is_derived() -> None:
    text = "发展目标。到2027年，体系基本建成。\n规模更大。产值突破60亿元。到2030年，产值翻一番。站点超过20个。\n品质更优。品牌达到5个。"
    said = [(each.value, each.due, each.due_derived) for each in find_targets(text)]
    assert said == [
        (None, 2027, None),
        (60, None, 2027),
        (1, 2030, None),
        (20, None, 2030),
        (5, None, 2027),
    ]
    elsewhere = find_targets(text.removeprefix("发展目标。"))
    assert [each.due_derived for each in elsewhere] == [None] * 5


def test_a_section_of_goals_hands_its_year_on_to_the_items_below() -> None:
    handed = handed_on("主要目标。到2027年，体系基本建成。具体目标如下：")
    assert [(each.due, each.due_derived) for each in find_targets("新增平台30个。", handed=handed)] == [(None, 2027)]
    handed = handed_on("到2027年，主要目标如下：")
    assert [(each.due, each.due_derived) for each in find_targets("新增平台30个。", handed=handed)] == [(2027, None)]
    assert handed_on("2023年，体系建成，主要成效如下：", since=2024) is None
