"""What a cell that an office filled in says: the state of a task, how much is done, a day. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from graph.messages import Message, _
from graph.model.identity import fold
from graph.model.progress import STATES
from graph.words import read_words
from ingest.language.numerals import HAN_DIGITS, chinese_number

__all__ = ["NotUnderstood", "read_day", "read_share", "read_state"]

_WORDS = Path(__file__).parent / "data" / "progress.tsv"
#: Marks at the end of a word that say nothing.
_ENDS = "。.；;，,！!"
_PERCENT = re.compile(r"(?P<number>[0-9]{1,7}(?:\.[0-9]{1,12})?)(?P<sign>%?)", re.ASCII)
_TENTHS = re.compile(rf"(?P<tenths>[{HAN_DIGITS}两十])成(?:(?P<half>半)|(?P<rest>[{HAN_DIGITS}]))?")
_HUNDREDTHS = re.compile("百分之(?P<number>[〇零一二三四五六七八九十百两]{1,6})")
_DAY = re.compile(
    r"(?P<year>[0-9]{4})(?:年|[-/.])(?P<month>[0-9]{1,2})(?:月|[-/.])(?P<day>[0-9]{1,2})日?(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)?|(?P<whole>[0-9]{8})",
    re.ASCII,
)
#: A day as a sheet counts it, where the format of the cell was lost: from 2000 to 2099.
_SERIAL = re.compile(r"[0-9]{5}", re.ASCII)
_SERIALS = range(36526, 73051)
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_NO_YEAR = re.compile(r"[0-9]{1,2}(?:月|[-/.])[0-9]{1,2}日?", re.ASCII)


class NotUnderstood(ValueError):
    """A cell says what cannot be taken in; `why` says what it should be."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.en)
        self.why = why


def read_state(text: str) -> str:
    """Return the state that a cell says, a key of `graph.model.progress.STATES`; nothing for an empty one.

    Raises
    ------
    NotUnderstood
        If it is in words that are not known, or that leave it open.

    Examples
    --------
    >>> read_state("已完成"), read_state("In progress."), read_state("")
    ('done', 'under_way', '')
    """
    said = " ".join(text.split()).strip(_ENDS + " ").casefold()
    if not said:
        return ""
    found = _states().get(fold(said))
    if found is None:
        raise NotUnderstood(_("看不出是哪一种状态；请从列表中选未开展、推进中、已完成或受阻"))
    return found


@cache
def _states() -> dict[str, str]:
    listed = {fold(word.text): word.kind for word in read_words(_WORDS)}
    return listed | {fold(word): key for key, words in STATES.items() for word in words}


def read_share(text: str) -> float | None:
    """Return how much is done, in percent; None for an empty cell.

    Raises
    ------
    NotUnderstood
        If it is not a number from 0 to 100, or one that may mean two things.

    Examples
    --------
    >>> [read_share(text) for text in ("80%", "八成", "0.8", "80", "百分之八十五", "一半")]
    [80.0, 80.0, 80.0, 80.0, 85.0, 50.0]
    """
    said = fold(text).strip(_ENDS)
    if not said:
        return None
    value = _percent(said)
    if value is None:
        raise NotUnderstood(_("不是百分数；请填 0% 到 100%，如 80%"))
    if not 0 <= value <= 100:
        raise NotUnderstood(_("超出 0% 到 100%；请核对后重填"))
    return value


def _percent(said: str) -> float | None:
    if said == "一半":
        return 50.0
    if tenths := _TENTHS.fullmatch(said):
        rest = 5 if tenths["half"] else chinese_number(tenths["rest"] or "") or 0
        whole = chinese_number(tenths["tenths"]) or 0
        return float(10 * whole + rest)
    if spoken := _HUNDREDTHS.fullmatch(said):
        named = chinese_number(spoken["number"])
        return None if named is None else float(named)
    plain = _PERCENT.fullmatch(said)
    if plain is None:
        return None
    number = float(plain["number"])
    if plain["sign"] or number == 0 or number > 1:
        return number
    if number == 1:
        raise NotUnderstood(_("可以是 1%，也可以是 100%；请写上百分号"))
    # A number below one is what a cell of percentages holds where its format was lost.
    return float(f"{number * 100:.12g}")


def read_day(text: str, *, from_1904: bool = False) -> str:
    """Return the day that a cell says, YYYY-MM-DD; nothing for an empty one.

    Parameters
    ----------
    text
        What it shows.
    from_1904
        Whether the workbook counts days from 1904, for a number whose format was lost.

    Raises
    ------
    NotUnderstood
        If it is no day, or one without a year.

    Examples
    --------
    >>> [read_day(text) for text in ("2026年3月1日", "2026/3/1", "2026.03.01", "20260301", "46082")]
    ['2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01', '2026-03-01']
    """
    said = fold(text).strip(_ENDS)
    if not said:
        return ""
    if _NO_YEAR.fullmatch(said):
        raise NotUnderstood(_("没有年份；请写成 2026-03-31 这样"))
    found = _DAY.fullmatch(said)
    if found is None:
        if _SERIAL.fullmatch(said) and int(said) in _SERIALS:
            return ((_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=int(said))).isoformat()
        raise NotUnderstood(_("不是日期；请写成 2026-03-31 这样"))
    whole = found["whole"] or ""
    year, month, day = (whole[:4], whole[4:6], whole[6:]) if whole else (found["year"], found["month"], found["day"])
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        raise NotUnderstood(_("没有这一天；请写成 2026-03-31 这样")) from None
