"""Where the plans of a file begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.document.plans import find_plans
from ingest.document.reflow import reflow

BODY = "一、要求\n二、任务\n（一）甲\n做好服务。\n"


def plans(text: str) -> list[tuple[str, int]]:
    return [(plan.title, len(plan.body)) for plan in find_plans(reflow(text))[1]]


def test_one_plan_begins_behind_its_title() -> None:
    assert plans("云泽市服务行动方案\n" + BODY) == [("云泽市服务行动方案", 4)]


def test_a_title_on_two_lines_is_one_title() -> None:
    assert plans("云泽市优化政务服务\n三年行动方案\n" + BODY) == [("云泽市优化政务服务三年行动方案", 4)]


def test_a_second_plan_begins_where_chapters_start_again_behind_another_title() -> None:
    text = f"云泽市收费行动方案\n{BODY}云泽市服务行动方案\n{BODY}"
    assert plans(text) == [("云泽市收费行动方案", 4), ("云泽市服务行动方案", 4)]


def test_a_file_without_any_title_is_one_plan_with_the_empty_title() -> None:
    assert plans(BODY) == [("", 4)]


def test_the_title_of_a_file_that_is_a_table_stands_right_above_it() -> None:
    table = "序号\t事项\t责任单位\n1\t清淤\t市水利局\n"
    assert plans("云泽市河道事项台账\n填报单位：市水利局\n" + table) == [("云泽市河道事项台账", 4)]
    assert plans("云泽市河道治理任务情况\n" + table) == [("", 3)]


LINES = [
    "云泽市收费行动方案",
    "云泽市服务行动方案",
    "一、甲",
    "二、乙",
    "（一）丙",
    "做好服务。",
    "附件",
    "2026年1月5日",
    "云泽市人民政府",
]


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=20))
def test_every_line_belongs_to_the_notice_or_to_one_plan(lines: list[str]) -> None:
    paragraphs = reflow("\n".join(lines))
    head, found = find_plans(paragraphs)
    kept = [*head, *(paragraph for plan in found for paragraph in (*plan.head, *plan.body))]
    untitled = len(found) == 1 and len(found[0].body) == len(paragraphs)
    assert [line.text for line in (found[0].body if untitled else kept)] == [line.text for line in paragraphs]
