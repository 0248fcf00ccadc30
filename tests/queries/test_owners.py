"""Owners and years of tasks, fetched at once."""

from __future__ import annotations

from queries import tasks
from queries.owners import owners_of, years_of


def test_owners_stand_in_the_order_of_the_clause(sample_store) -> None:
    ids = {row["number"]: row["task_id"] for row in tasks(sample_store).to_dict("records")}
    found = owners_of(sample_store, [ids["二/（一）/1"], ids["二/（一）/1"]])
    assert {task: [(owner["name"], owner["role"]) for owner in owners] for task, owners in found.items()} == {
        ids["二/（一）/1"]: [("市工业和信息化局", "lead"), ("市财政局", "support"), ("市生态环境局", "support")]
    }


def test_a_task_without_owners_or_years_is_left_out(sample_store) -> None:
    assert owners_of(sample_store, []) == {}
    assert owners_of(sample_store, ["task-0123456789abcdef"]) == {}
    assert years_of(sample_store, ["task-0123456789abcdef"]) == {}
