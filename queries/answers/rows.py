"""Rows of answers: a task, an agency in a role, a target; each with the sentence that says so and its line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from queries.answers.task import Owner, Row, Task

__all__ = ["agency_row", "target_row", "task_row"]


def task_row(task: Task, owners: Sequence[Owner]) -> dict[str, Any]:
    """Return the row of a task; of those of its owners that were asked for it shows the first."""
    row = task.row
    return {
        "region": row["region"], "number": row["number"], "part": row["part"], "title": row["title"],
        "role": owners[0].role if owners else None, "basis": owners[0].basis if owners else None,
        "agency": owners[0].name if owners else None, "deadline": row["deadline"],
        "quote": owners[0].quote if owners else None, "text": row["text"], "line": row["line"], "source": row["source"],
        "task_id": task.id,
    }  # fmt: skip


def agency_row(task: Task, owner: Owner) -> dict[str, Any]:
    """Return the row of an agency that answers for a task."""
    return {
        "region": task.row["region"], "agency": owner.name, "role": owner.role, "basis": owner.basis,
        "inherited": owner.inherited, "agency_id": owner.id, "number": task.row["number"], "title": task.row["title"],
        "quote": owner.quote, "line": task.row["line"], "source": task.row["source"],
    }  # fmt: skip


def target_row(row: Row) -> dict[str, Any]:
    """Return the row of a target."""
    return {
        "region": row["region"], "number": row["section"], "metric": row["metric"], "comparator": row["comparator"],
        "value": row["value"], "unit": row["unit"], "due": row["due"], "due_derived": row["due_derived"],
        "baseline": row["baseline"], "text": row["text"], "line": row["line"], "source": row["source"],
        "target_id": row["target_id"],
    }  # fmt: skip
