"""What a cell of a workbook shows: its stored number as its format writes it, a day as plans write days."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

__all__ = ["shown_day", "shown_number"]

#: What a format holds besides the places of digits: text, colours and conditions, blanks as wide as a character.
_LITERAL = re.compile(r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|[_*].')
_ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
_PLACES = re.compile(r"[0#?][0#?,. /]*")
_DECIMALS = re.compile(r"\.(0+)")
_EPOCH, _EPOCH_1904 = datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)
#: Days count from 1 to this; before the 60th, Excel holds 1900 for a leap year.
_LAST_DAY, _NO_DAY = 2_958_465, 60
#: Excel keeps fifteen digits; longer numbers are written as text.
_MOST_DIGITS = 1e15


@dataclass(frozen=True)
class _Format:
    """A number format taken apart."""

    date: str
    before: str
    behind: str
    percent: bool
    decimals: int | None


@cache
def _format(form: str) -> _Format:
    """Return the parts of a format; the first of its sections is that of positive numbers."""
    plain, texts = [], []
    elapsed = False
    end = 0
    # Text and blanks become private characters, so that what follows sees digits and letters only.
    for found in _LITERAL.finditer(form):
        plain.append(form[end : found.start()])
        end = found.end()
        text = found["quoted"] or found["escaped"] or ""
        elapsed |= bool(found["bracket"] and _ELAPSED.fullmatch(found["bracket"]))
        if text:
            plain.append("\ue000")
            texts.append(text)
    plain.append(form[end:])
    section = "".join(plain).split(";")[0]
    letters = "" if section.strip().lower() in ("general", "g/通用格式", "@", "") else section.lower()
    is_date = any(each in letters for each in "ymdhs") and not elapsed
    words = iter(texts)
    places = _PLACES.search(section)
    before, behind = "", ""
    if places and not is_date:
        spoken = "".join(next(words, "") if each == "\ue000" else each for each in section[: places.start()])
        before = spoken.strip()
        behind = "".join(
            next(words, "") if each == "\ue000" else each for each in section[places.end() :] if each != "%"
        ).strip()
    decimals = _DECIMALS.search(places[0]) if places else None
    return _Format(letters if is_date else "", before, behind, "%" in section, len(decimals[1]) if decimals else None)


def shown_number(stored: str, form: str, from_1904: bool = False) -> str:
    """Return a number as a cell of a format shows it; a day in Chinese.

    Parameters
    ----------
    stored
        The number as the workbook stores it.
    form
        The number format of the cell.
    from_1904
        Whether the workbook counts days from 1904.

    Examples
    --------
    >>> shown_number("0.125", "0.0%"), shown_number("46295", "yyyy/m/d"), shown_number("12", '"≥"0"家"')
    ('12.5%', '2026年9月30日', '≥12家')
    """
    if form == "General" and stored.isdecimal():
        return stored
    try:
        number = float(stored)
    except ValueError:
        return stored
    parts = _format(form)
    if parts.date and 0 <= number <= _LAST_DAY:
        return shown_day(_moment(number, from_1904), form)
    if number != number or abs(number) == float("inf"):
        return stored
    if parts.percent:
        number = float(f"{number * 100:.12g}")
    if parts.decimals is not None:
        text = f"{number:.{parts.decimals}f}"
    else:
        text = str(int(number)) if number.is_integer() and abs(number) < _MOST_DIGITS else f"{number:.10g}"
    return f"{parts.before}{text}{'%' if parts.percent else ''}{parts.behind}"


def _moment(number: float, from_1904: bool) -> datetime.datetime:
    start = _EPOCH_1904 if from_1904 else _EPOCH
    days = number + (not from_1904 and 1 <= number < _NO_DAY)
    return start + datetime.timedelta(seconds=round(days * 86400))


def shown_day(moment: datetime.datetime, form: str) -> str:
    """Return a moment as far as a format tells of it: the day, the month, the year, or the time of a day.

    Examples
    --------
    >>> shown_day(datetime.datetime(2026, 6, 1), "yyyy年m月"), shown_day(datetime.datetime(2026, 6, 1, 9, 30), "h:mm")
    ('2026年6月', '09:30')
    """
    letters = _format(form).date
    if letters and not any(each in letters for each in "yd") and ("h" in letters or "s" in letters):
        return f"{moment:%H:%M:%S}" if "s" in letters else f"{moment:%H:%M}"
    if letters and "m" not in letters and "d" not in letters:
        return f"{moment.year}年"
    return f"{moment.year}年{moment.month}月" + (f"{moment.day}日" if "d" in letters or not letters else "")
