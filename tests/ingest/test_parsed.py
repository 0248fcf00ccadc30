"""A parse as a tree: what stands where, in document order."""

from __future__ import annotations

from ingest.files.read import Document
from ingest.parse import parse_document
from ingest.parsed import Parsed

TEXT = """云泽市夜间巡逻实施方案
一、主要任务
（一）增设岗亭。到2027年，增设岗亭6个。（市公安局牵头，市财政局配合）
（二）开展巡逻。每晚巡逻两次。
1.排定班次。（市公安局负责）
二、保障措施
（一）落实经费。由牵头单位另行通知。（市财政局负责）
"""


def parsed() -> Parsed:
    return parse_document(Document("方案.txt", TEXT, "utf-8", "0"))


def test_sections_hold_their_tasks_and_a_plan_all_of_them_in_order() -> None:
    (plan,) = parsed().plans
    assert [(each.section.path, [task.title for task in each.tasks]) for each in plan.root.walk()] == [
        ("", []),
        ("一", []),
        ("一/（一）", ["增设岗亭"]),
        ("一/（二）", []),
        ("一/（二）/1", ["排定班次"]),
        ("二", []),
        ("二/（一）", ["落实经费"]),
    ]
    assert [task.number for task in plan.tasks] == ["一/（一）", "一/（二）/1", "二/（一）"]


def test_targets_and_unread_words_know_their_task() -> None:
    (plan,) = parsed().plans
    (target,) = plan.targets
    assert (target.path, target.part, target.task, target.said.value) == ("一/（一）", 1, plan.tasks[0], 6.0)
    assert [(place.number, place.text, place.task) for place in plan.unread] == [
        ("二/（一）", "由牵头单位另行通知。", plan.tasks[2])
    ]


def test_a_place_is_told_by_offsets_and_line_of_the_stored_text() -> None:
    found = parsed()
    (plan,) = found.plans
    span = found.span(plan.tasks[1].passage)
    assert (found.document.text[span.start : span.end], span.line, span.page) == (
        "1.排定班次。（市公安局负责）",
        5,
        None,
    )
