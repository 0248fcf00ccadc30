"""Labels that are numbered like items say all of one task."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed import parse, tasks

from ingest.document.numbered_labels import without_numbers
from ingest.language.paragraphs import Paragraph


def _lines(text: str) -> list[str]:
    return [line.text for line in without_numbers([Paragraph(line, ((0, 0),)) for line in text.split("\n")])]


def test_a_group_of_labels_is_one_task_with_owners_and_deadline() -> None:
    text = "一、夜市行动\n1.工作目标：2027年新建夜市3个。\n2.牵头单位：市商务局\n3.责任单位：各区政府\n4.完成时限：2027年10月\n二、消费券\n1.发放。（市财政局）\n2.评估。（市审计局）"
    found = parse(text, coverage=True)
    assert [(task["number"], task["title"], task.get("deadline")) for task in found["tasks"]] == [
        ("一", "夜市行动", "2027年10月"),
        ("二/1", "发放", None),
        ("二/2", "评估", None),
    ]
    assert [(owner["name"], owner["role"]) for owner in found["tasks"][0]["owners"]] == [
        ("市商务局", "lead"),
        ("各区政府", "co_own"),
    ]
    assert [(target["metric"], target["value"], target["due"]) for target in found["targets"]] == [("夜市", 3, 2027)]
    assert found["coverage"]["sentences"] == []


def test_labels_behind_other_items_hold_for_all_of_them() -> None:
    text = "一、夜市行动\n1.新建夜市。\n2.评选夜市。\n3.牵头单位：市商务局\n4.完成时限：长期"
    assert tasks(text) == [
        ("一/1", 1, "新建夜市", ["市商务局:lead*"]),
        ("一/2", 1, "评选夜市", ["市商务局:lead"]),
    ]


def test_labels_without_a_colon_lose_their_numbers_too() -> None:
    assert _lines("1.责任单位 市商务局\n2.完成时限 2027年") == ["责任单位 市商务局", "完成时限 2027年"]


@pytest.mark.parametrize(
    "text",
    [
        "1.市教育局：负责招生。\n2.市财政局：负责经费。",
        "1.牵头单位：市教育局要编制规划。\n2.配合：做好宣传。",
        "1.责任单位：市教育局\n评估。\n2.开展评估。",
        "1.目标：新建夜市。\n2.内容：开展评选。",
    ],
)
def test_other_items_keep_their_numbers(text: str) -> None:
    assert _lines(text) == text.split("\n")


@given(
    st.lists(
        st.sampled_from(
            [
                "一、夜市",
                "（一）",
                "1.目标：新建",
                "2.责任单位：市商务局",
                "3.完成时限：长期",
                "1.评选。",
                "（1）配合单位：市财政局",
                "文字。",
            ]
        ),
        max_size=12,
    )
)
def test_no_line_is_lost_and_only_numbers_go(lines: list[str]) -> None:
    found = _lines("\n".join(lines)) if lines else []
    assert len(found) == len(lines)
    assert all(line.endswith(kept) for line, kept in zip(lines, found, strict=True))
