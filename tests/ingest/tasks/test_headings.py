"""Headings below which nobody has a task."""

from __future__ import annotations

import pytest
from parsed import tasks


@pytest.mark.parametrize(
    "heading", ["总体要求", "附则", "走访时间", "活动时间和范围", "领导小组组成人员", "指导思想和基本原则"]
)
def test_general(heading: str) -> None:
    assert [number for number, *_ in tasks(f"一、{heading}\n按规定办理。\n二、任务\n做好。")] == ["二"]


@pytest.mark.parametrize("heading", ["时间安排", "工作要求", "附则修订", "错峰时间管理"])
def test_working(heading: str) -> None:
    assert [number for number, *_ in tasks(f"一、{heading}\n按规定办理。\n二、任务\n做好。")] == ["一", "二"]


def test_an_annex_that_only_names_things_holds_no_task() -> None:
    assert [number for number, *_ in tasks("一、任务\n做好。\n附件\n示范基地名单\n1.东湖基地\n2.西山基地")] == ["一"]


@pytest.mark.parametrize("heading", ["附件\n云泽市水利局处室职责分工", "附件：云泽市水利局处室职责分工"])
def test_a_list_without_numbers_has_the_number_of_its_annex(heading: str) -> None:
    notice = "云泽市水利局关于成立领导小组的通知\n各处室：\n现成立领导小组。\n云泽市水利局\n2027年2月5日"
    found = tasks(f"{notice}\n{heading}\n规划处负责编制规划。\n水文处负责监测。")
    assert [(number, names) for number, _, _, names in found] == [
        ("附件", ["规划处:lead"]),
        ("附件", ["水文处:lead"]),
    ]
