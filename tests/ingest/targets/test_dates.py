from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.targets.dates import deadline_day, deadline_year, find_moments


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2026年6月底前", (2026, None)),
        ("2026 年6 月底前", (2026, None)),
        ("2026年12月", (2026, None)),
        ("2025年底前取得成果，2027年全面完成", (2027, None)),
        ("2026—2028年", (2028, None)),
        ("2026-12-31", (2026, None)),
        ("二〇二六年底", (2026, None)),
        ("“十五五”末", (None, 2030)),
        ("“十四五”期间", (None, 2025)),
        ("长期坚持", (None, None)),
        ("", (None, None)),
    ],
)
def test_year_of_a_deadline(text: str, year: tuple[int | None, int | None]) -> None:
    assert deadline_year(text) == year


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("到2027年底", [("due", 2027, True)]),
        ("2027年6月底前", [("due", 2027, True)]),
        ("2027年", [("due", 2027, False)]),
        ("2026—2028年", [("due", 2028, True)]),
        ("较2020年下降", [("baseline", 2020, False)]),
        ("在2020年基础上", [("baseline", 2020, False)]),
        ("不低于2024年同期", [("baseline", 2024, False)]),
        ("占比2027年达到", [("due", 2027, False)]),
        ("2020年以来", [("other", 2020, False)]),
        ("2027年度预算", [("other", 2027, False)]),
        ("自2026年起", [("other", 2026, False)]),
        ("2026年1月1日至2026年12月31日", [("other", 2026, False), ("other", 2026, True)]),
        ("2026年5月1日前到期", [("other", 2026, True)]),
        ("由2020年的35%提高到2027年的50%", [("baseline", 2020, False), ("due", 2027, True)]),
    ],
)
def test_which_years_are_deadlines(clause: str, found: list[tuple[str, int, bool]]) -> None:
    assert [(moment.role, moment.due, moment.firm) for moment in find_moments(clause)] == found


@given(st.integers(1990, 2060), st.sampled_from(["", " "]))
def test_a_year_is_found_with_and_without_blanks(year: int, blank: str) -> None:
    assert deadline_year(f"{year}{blank}年{blank}底前完成") == (year, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025年底前", "2025-12-31"),
        ("2026年6月底前", "2026-06-30"),
        ("2026年6月15日前", "2026-06-15"),
        ("2026年二季度末", "2026-06-30"),
        ("2026年上半年", "2026-06-30"),
        ("2026年1月—9月", "2026-09-30"),
        ("2026年1-12月", "2026-12-31"),
        ("2026年3月底前启动，2027年6月底前完成", "2027-06-30"),
        ("2024年2月", "2024-02-29"),
        ("2026-06-15", "2026-06-15"),
        ("2026.6", "2026-06-30"),
        ("2026/13", "2026-12-31"),
        ("“十四五”末", "2025-12-31"),
        ("长期坚持", None),
    ],
)
def test_the_last_day_of_a_deadline_as_written(text, day):
    assert deadline_day(text) == day
