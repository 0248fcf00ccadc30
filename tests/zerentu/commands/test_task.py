"""``zerentu task``: who answers for a task, with the words that say so."""

from __future__ import annotations

import json

import pytest


def test_a_task_is_shown_with_owners_facts_and_text(said) -> None:
    assert said("task", "改造锅炉") == (
        0,
        [
            "洛阳市  洛阳市绿色园区实施方案",
            "主要任务 / 节能改造 / 二/（一）/1 改造锅炉",
            "角色       单位              原文                                            行",
            "─" * 79,
            "牵头·明示  市工业和信息化局  市工业和信息化局牵头，市财政局、生态环境局配合  6",
            "配合·明示  市财政局          〃                                              6",
            "           市生态环境局      〃                                              6",
            "时限：2025年底前",
            "行业：水泥行业",
            "目标：改造水泥行业锅炉10台以上",
            "来源：lvse.txt 第6 行",
            "标识：task-f600866a35ac832d",
            "原文：改造锅炉。2025年底前改造水泥行业锅炉10台以上。",
            "",
        ],
        [],
    )


def test_a_task_without_owners_says_so(said) -> None:
    _, out, _ = said("task", "加强培训")
    assert out[:4] == [
        "洛阳市  洛阳市绿色园区实施方案",
        "保障措施 / 三/（一） 加强培训",
        "没有责任单位",
        "来源：lvse.txt 第20 行",
    ]


@pytest.mark.parametrize(
    ("text", "options", "numbers"),
    [
        ("二/（一）/1", [], ["二/（一）/1"]),
        ("培育企业", [], ["二/（二）", "二/（二）"]),
        ("建设", ["--region", "石家庄市"], ["一/1"]),
        ("建设", ["--plan", "绿色园区"], ["二/（三）"]),
        ("task-f600866a35ac832d", [], ["二/（一）/1"]),
    ],
)
def test_a_task_is_found_by_id_number_title_or_words(said, text: str, options: list[str], numbers: list[str]) -> None:
    status, out, _ = said("task", text, *options, "--format", "json")
    assert (status, [row["number"] for row in json.loads("\n".join(out))]) == (0, numbers)


def test_an_unknown_task_gets_the_nearest(said) -> None:
    assert said("task", "没有的") == (1, [], ["错误：没有名为“没有的”的任务；相近的有：限行货车、重点工程、统计能耗"])
