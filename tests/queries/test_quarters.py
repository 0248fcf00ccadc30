"""Deadlines and the quarters in which they end."""

from __future__ import annotations

import pytest

from queries.quarters import quarter, quarter_of_day


@pytest.mark.parametrize(
    ("deadline", "year", "wanted"),
    [
        ("2026年6月底前", 2026, "2026Q2"),
        ("2026年10月", 2026, "2026Q4"),
        ("2026年第三季度", 2026, "2026Q3"),
        ("2026年上半年", 2026, "2026Q2"),
        ("2026年底前", 2026, "2026Q4"),
        ("长期坚持", None, None),
    ],
)
def test_a_deadline_falls_into_a_quarter(deadline: str, year: int | None, wanted: str | None) -> None:
    assert quarter(deadline, year) == wanted


def test_a_day_falls_into_a_quarter() -> None:
    assert [quarter_of_day(f"2026-{month}-01") for month in ("01", "03", "04", "12")] == [
        "2026Q1",
        "2026Q1",
        "2026Q2",
        "2026Q4",
    ]
