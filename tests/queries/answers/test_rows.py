"""Rows of answers show the sentence that says so, and its line."""

from __future__ import annotations

from queries.answers.rows import agency_row, target_row, task_row


def test_a_task_shows_the_first_of_the_owners_that_were_asked_for(session):
    task = next(task for task in session.facts.tasks if task.row["title"] == "加大资金支持")
    row = task_row(task, task.owners[1:])
    assert [row[name] for name in ("region", "number", "agency", "role", "quote", "line")] == [
        "衡阳市", "三/（二）", "市交通运输局", "support", "市财政局牵头，市交通运输局配合", 18,
    ]  # fmt: skip
    assert task_row(task, ())["role"] is None


def test_an_agency_shows_the_task(session):
    task = next(task for task in session.facts.tasks if task.row["title"] == "加大资金支持")
    row = agency_row(task, task.owners[0])
    assert (row["agency"], row["role"], row["title"], row["line"]) == ("市财政局", "lead", "加大资金支持", 18)


def test_a_target_shows_where_it_stands(session):
    row = next(target_row(row) for row in session.facts.targets if row["metric"] == "低空物流航线")
    assert (row["number"], row["value"], row["unit"], row["due"], row["line"]) == ("一", 30, "条", 2027, 4)
