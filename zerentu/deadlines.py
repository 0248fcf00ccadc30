"""The last day that meets the deadline of a task: what a list of dates is coloured and ordered by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

__all__ = ["due_day"]


def due_day(deadline: str | None, year: int | None, targets: Iterable[Mapping[str, Any]] = ()) -> date | None:
    """Return the last day that meets the deadline of a task, or None where nothing names a year.

    Parameters
    ----------
    deadline
        As the plan writes it.
    year
        The year that it names.
    targets
        Rows of `queries.targets` of the task: where no deadline is written, the latest of theirs counts.

    Examples
    --------
    >>> due_day("2026年6月底前", 2026), due_day(None, 2027), due_day("长期坚持", None)
    (datetime.date(2026, 6, 30), datetime.date(2027, 12, 31), None)
    """
    from ingest.targets.dates import deadline as moment_of
    from ingest.targets.dates import last_day

    moment = moment_of(deadline) if deadline else None
    day = last_day(moment, deadline or "") if moment else None
    if day is None and year is not None:
        day = f"{year}-12-31"
    if day is None:
        day = max((row["due_by"] for row in targets if row["due_by"]), default=None)
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None  # a plan may write a month that no year has; the store keeps its words
