"""The quarter in which a deadline ends, as people ask for it: 2026Q2."""

from __future__ import annotations

import re

__all__ = ["last_month", "quarter", "quarter_of_day"]

_MONTH = re.compile(r"(1[0-2]|[1-9]) ?月")
_QUARTER = re.compile("([1-4一二三四]) ?季度|(上半年)")
_DIGITS = {"一": 1, "二": 2, "三": 3, "四": 4}


def quarter(deadline: str | None, year: int | None) -> str | None:
    """Return the quarter in which a deadline ends; a year alone ends in its last, no year in none.

    Examples
    --------
    >>> quarter("2026年二季度末", 2026), quarter("2026年10月底前", 2026), quarter("长期坚持", None)
    ('2026Q2', '2026Q4', None)
    """
    return None if year is None else quarter_of_day(f"{year}-{last_month(deadline):02}")


def last_month(deadline: str | None) -> int:
    """Return the month in which a deadline ends; a year alone ends in its last.

    Examples
    --------
    >>> last_month("2026年二季度末"), last_month("2026年10月底前"), last_month("2026年")
    (6, 10, 12)
    """
    said = deadline or ""
    named = _QUARTER.search(said)
    if named:
        return 6 if named[2] else 3 * int(_DIGITS.get(named[1]) or named[1])
    months = _MONTH.findall(said)
    return int(months[-1]) if months else 12


def quarter_of_day(day: str) -> str:
    """Return the quarter of a day, written as YYYY-MM-DD.

    Examples
    --------
    >>> quarter_of_day("2026-06-30")
    '2026Q2'
    """
    return f"{day[:4]}Q{(int(day[5:7]) + 2) // 3}"
