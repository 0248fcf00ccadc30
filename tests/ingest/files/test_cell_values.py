import datetime

import pytest

from ingest.files.cell_values import shown_day, shown_number

DAY = "46295"  # 30 September 2026


@pytest.mark.parametrize(
    ("stored", "form", "shown"),
    [
        ("13800001111", "General", "13800001111"),
        ("410300199001011000", "General", "410300199001011000"),
        ("3.5", "General", "3.5"),
        ("3.456", "0.00", "3.46"),
        ("0.29", "0%", "29%"),
        ("1200", "#,##0", "1200"),
        ("12", '"≥"0"家"', "≥12家"),
        ("12", "0\\家", "12家"),
        ("95", '[>=90]"≥"0"%"', "≥95%"),
        ("5", "_ * #,##0_ ;_ * -#,##0_ ", "5"),
        (DAY, "yyyy-mm-dd", "2026年9月30日"),
        (DAY, '[$-804]yyyy"年"m"月"d"日";@', "2026年9月30日"),
        (DAY, 'yyyy"年"m"月"', "2026年9月"),
        (DAY, "yyyy", "2026年"),
        ("0.5", "h:mm", "12:00"),
        ("-1", "yyyy-mm-dd", "-1"),
        ("1.5", "[h]:mm", "1.5"),
        ("nan", "General", "nan"),
        ("kein", "General", "kein"),
    ],
)
def test_numbers_are_shown_by_their_format(stored: str, form: str, shown: str) -> None:
    assert shown_number(stored, form) == shown


def test_days_may_be_counted_from_1904() -> None:
    assert shown_number("44833", "yyyy/m/d", from_1904=True) == shown_number(DAY, "yyyy/m/d")
    assert shown_number("1", "yyyy/m/d") == "1900年1月1日"


def test_a_moment_without_a_format_is_a_day() -> None:
    assert shown_day(datetime.datetime(2026, 6, 1), "General") == "2026年6月1日"
