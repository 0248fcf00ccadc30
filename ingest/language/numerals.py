"""Chinese numerals: whole numbers up to 万, years written digit by digit, and five-year periods.

The one place where 一千二百, 二〇二五年 and 十四五 become numbers.
"""

from __future__ import annotations

import re

__all__ = ["HAN_DIGITS", "NOUGHTS", "YEAR_DIGITS", "chinese_number", "chinese_year", "five_year_period"]

#: One to nine.
HAN_DIGITS = "一二三四五六七八九"
#: What is written for nought: 二〇二五, 二零二五, and look-alikes by mistake (二○二五, 二O二五, 二０二五).
NOUGHTS = "〇零○◯OＯ0０"
#: The characters of a year written digit by digit, for use inside the brackets of a pattern.
YEAR_DIGITS = NOUGHTS + HAN_DIGITS
_DIGITS = {char: value for value, char in enumerate(HAN_DIGITS, 1)} | dict.fromkeys(NOUGHTS, 0) | {"两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1_000}
_YEAR = re.compile(rf"[{YEAR_DIGITS}]{{4}}")
#: 十四五, “十四五”, 第十四个五年.
_PERIOD = re.compile(
    r"[“\"]?(?P<short>[六七八九]|十[一二三四五六七八九]?)五[”\"]?|第(?P<long>[一二三四五六七八九十]{1,3})个五年"
)
#: Period n ends in this year plus 5 n: 十四五 in 2025.
_BEFORE_FIRST = 1955


def chinese_number(text: str) -> int | None:
    """Return the value of a whole number in Chinese or Arabic digits, or None if `text` is not one.

    A number is read as it is spoken (一千二百) or digit by digit (一〇二). A last digit counts the unit below the one
    before it (一千二 is 1200, 三万五 is 35000), unless 零 stands between them.

    Examples
    --------
    >>> [chinese_number(text) for text in ("十", "二十一", "一百零三", "一千二百", "三万五", "两万", "7", "一〇")]
    [10, 21, 103, 1200, 35000, 20000, 7, 10]
    >>> [chinese_number(text) for text in ("", "几十", "十五五", "百千")]
    [None, None, None, None]
    """
    if text.isdecimal():
        return int(text)
    if text and all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text))
    myriads, found, rest = text.rpartition("万")
    if not found:
        read = _below_myriad(text, last_unit=1)
        return read if read else None
    # 三万五 is 35000; 三万零五 is 30005.
    high, low = _below_myriad(myriads or "一", last_unit=1), _below_myriad(rest, last_unit=1_000)
    return None if not high or low is None else high * 10_000 + low


def _below_myriad(text: str, last_unit: int) -> int | None:
    """Return the value of a spoken number below 10,000, 0 for no characters; a digit alone counts `last_unit`."""
    total, limit = 0, 10_000
    digit: int | None = None
    for at, char in enumerate(text):
        if char in NOUGHTS:
            if digit is not None:
                return None
            last_unit = 1
        elif char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif char in _UNITS:
            unit = _UNITS[char]
            # 十五 and 一百十五 leave out 一; 百 and 千 without a digit only begin a number (百家).
            if unit >= limit or (digit is None and unit > 10 and at > 0):
                return None
            total += (digit or 1) * unit
            digit, limit, last_unit = None, unit, unit // 10
        else:
            return None
    return total + (digit or 0) * last_unit


def chinese_year(text: str) -> int | None:
    """Return the year that four digits write, or None if `text` is anything else.

    Examples
    --------
    >>> [chinese_year(text) for text in ("二〇二五", "二零三O", "一九九九", "2027", "二〇二五年")]
    [2025, 2030, 1999, 2027, None]
    """
    if text.isdecimal():
        return int(text) if len(text) == 4 else None
    return chinese_number(text) if _YEAR.fullmatch(text) else None


def five_year_period(text: str) -> tuple[int, int] | None:
    """Return the first and the last year of a five-year period, or None if `text` does not name one.

    The sixth period (1981–1985) is the first that is read; the years of those before it do not follow the sequence.

    Examples
    --------
    >>> five_year_period("十四五"), five_year_period("“十五五”"), five_year_period("第十三个五年"), five_year_period("十五年")
    ((2021, 2025), (2026, 2030), (2016, 2020), None)
    """
    match = _PERIOD.fullmatch(text)
    number = chinese_number(match["short"] or match["long"]) if match else None
    if number is None or number < 6:
        return None
    last = _BEFORE_FIRST + 5 * number
    return last - 4, last
