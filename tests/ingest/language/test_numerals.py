"""Chinese numerals, years and five-year periods."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.files.list_numerals import numeral
from ingest.language.numerals import NOUGHTS, chinese_number, chinese_year, five_year_period


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一", 1), ("十", 10), ("十八", 18), ("二十", 20), ("九十九", 99), ("一百", 100), ("一百零一", 101), ("一百〇一", 101),
        ("一百一", 110), ("一百十五", 115), ("一百一十", 110), ("两百", 200), ("三百二十一", 321), ("一千二百", 1200), ("一千二", 1200),
        ("一千零二", 1002), ("一千零二十", 1020), ("五千二百三", 5230), ("一万", 10_000), ("两万", 20_000), ("三万五", 35_000),
        ("三万五千", 35_000), ("三万零五", 30_005), ("十二万", 120_000), ("一百二十万", 1_200_000), ("百", 100), ("千万", 10_000_000),
        ("12", 12), ("１２", 12), ("一〇", 10), ("二〇二五", 2025), ("〇", 0),
        ("", None), ("几十", None), ("十五五", None), ("二零十", None), ("一十百", None), ("一百百", None), ("一万二万", None),
        ("一二百", None), ("1.5", None), ("-3", None), ("第一", None),
    ],
)  # fmt: skip
def test_numbers(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


@given(st.integers(min_value=1, max_value=9_999))
def test_numbers_as_word_writes_them_are_read_back(value: int) -> None:
    assert chinese_number(numeral(value, "chineseCountingThousand")) == value


@given(st.integers(min_value=1, max_value=9_999), st.integers(min_value=1, max_value=9_999))
def test_myriads_are_read_back(high: int, low: int) -> None:
    between = "零" if low < 1_000 else ""
    written = f"{numeral(high, 'chineseCounting')}万{between}{numeral(low, 'chineseCounting')}"
    assert chinese_number(written) == high * 10_000 + low


@given(st.integers(min_value=1000, max_value=2999), st.sampled_from(NOUGHTS))
def test_years_with_any_nought(year: int, nought: str) -> None:
    written = numeral(year, "ideographDigital").replace("〇", nought)
    assert (chinese_year(written), chinese_year(str(year)), chinese_year(f"{written}年")) == (year, year, None)


@pytest.mark.parametrize("text", ["", "二千", "二〇二", "二〇二五六", "两〇二五", "202", "20255"])
def test_what_is_not_a_year(text: str) -> None:
    assert chinese_year(text) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("六五", (1981, 1985)), ("九五", (1996, 2000)), ("十五", (2001, 2005)), ("十一五", (2006, 2010)), ("十四五", (2021, 2025)),
        ("“十五五”", (2026, 2030)), ('"十六五"', (2031, 2035)), ("第十四个五年", (2021, 2025)), ("第五个五年", None), ("五五", None),
        ("十四", None), ("十四五规划", None), ("", None),
    ],
)  # fmt: skip
def test_five_year_periods(text: str, years: tuple[int, int] | None) -> None:
    assert five_year_period(text) == years
