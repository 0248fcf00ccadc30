"""The last day that meets a deadline."""

from __future__ import annotations

from datetime import date

import pytest

from zerentu.deadlines import due_day


@pytest.mark.parametrize(
    ("deadline", "year", "by", "day"),
    [
        ("2026年6月底前", 2026, [], date(2026, 6, 30)),
        ("2026年2月28日前", 2026, [], date(2026, 2, 28)),
        ("2026年一季度", 2026, [], date(2026, 3, 31)),
        ("2027年底前", 2027, ["2026-01-31"], date(2027, 12, 31)),
        ("长期坚持", None, [], None),
        ("长期坚持", None, [None, "2026-03-31", "2027-12-31"], date(2027, 12, 31)),
        (None, 2028, [], date(2028, 12, 31)),
        (None, None, [None], None),
        (None, None, [], None),
    ],
)
def test_the_last_day_is_written_or_that_of_the_targets(
    deadline: str | None, year: int | None, by: list[str | None], day: date | None
) -> None:
    assert due_day(deadline, year, [{"due_by": each} for each in by]) == day
