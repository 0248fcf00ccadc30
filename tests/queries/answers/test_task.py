"""Rows of tasks and owners become tasks with their owners."""

from __future__ import annotations

from queries.answers.task import gathered

OWNER = {
    "agency_id": "agency-1", "agency": "市财政局", "official": "市财政局", "agency_region": "云泽市", "agency_kind": "body",
    "role": "lead", "basis": "explicit", "inherited": False, "quote": "市财政局牵头",
}  # fmt: skip


def test_rows_of_one_task_become_one_task():
    rows = [
        {"task_id": "task-2", "number": "二/（一）/1", **OWNER},
        {"task_id": "task-1", "number": "一", **dict.fromkeys(OWNER)},
        {
            "task_id": "task-2",
            "number": "二/（一）/1",
            **OWNER,
            "agency_id": "agency-2",
            "role": "support",
            "quote": None,
        },
    ]
    tasks = gathered(rows)
    assert [(task.id, task.path) for task in tasks] == [("task-2", ["二", "（一）", "1"]), ("task-1", ["一"])]
    assert [(owner.id, owner.role, owner.quote) for owner in tasks[0].owners] == [
        ("agency-1", "lead", "市财政局牵头"),
        ("agency-2", "support", ""),
    ]
    assert tasks[1].owners == ()
