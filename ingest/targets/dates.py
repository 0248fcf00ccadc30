"""Dates in running text: which year is a deadline, which one is compared with, and which is neither.

A year is a deadline by its words (到2025年, 2025年底前) or by its place (2025年，… at the head of a clause);
较2020年 is a baseline, 2020年以来 and 2020年度 are neither. A five-year period names no year, so its end is kept apart as derived.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Literal, NamedTuple

from ingest.language.numerals import five_year_period
from ingest.targets.passage import read_passage
from ingest.targets.words import any_of

__all__ = [
    "Moment",
    "deadline",
    "deadline_day",
    "deadline_year",
    "find_moments",
    "holds_date",
    "is_deadline",
    "last_day",
    "looks_back",
]

_YEAR = r"(?:19|20)[0-9]{2}"
_MOMENT = re.compile(
    rf"""
    (?P<lead>{any_of("compares_year")}                       # 较2020年, but not 占比2027年
        |{any_of("leads_year")})?                            # 截至2026年
    (?:(?P<since>{_YEAR})年?[-—–~～－至到]{{1,2}})?           # 2026—2028年
    (?<![0-9.])(?P<year>{_YEAR})年
    (?:(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}}日)?)?    # 2027年6月
    (?P<end>年?[底末]|[上下]半年|第?[一二三四1-4]季度末?)?    # 2027年底
    (?P<before>之前|以前|前后|前)?
    |(?P<reach>到|至)?(?P<period>十[二三四五六七]五)          # 到十五五末
    (?:时期|期间|期)?(?P<close>末期?|结束|收官)?
    """,
    re.VERBOSE,
)
_ANY = re.compile("19[0-9]{2}年|20[0-9]{2}年|十[二三四五六七]五")
_BARE_LEAD = re.compile(rf"{any_of('bare_lead')}\Z")
_BARE_TAIL = re.compile(rf"[0-9]|{any_of('bare_tail')}|[较比](?:19|20)[0-9]{{2}}年")  # 其中2026年10家、2027年12家
_COMPARED = re.compile(rf"的?(?:{any_of('compared')}|[0-9.]{{1,6}}倍)|相比|为基[期数准]")
#: 在2020年产值300亿元的基础上, but not 到2025年在2020年基础上.
_GROUND = re.compile(rf"(?:(?!{_YEAR}年)[^,。;]){{0,20}}?的?基础上")
_VALUE_THEN = re.compile(r"的?[0-9]")
#: 其中2026年10家, but not 2026年1号文件 and 2026年10月
_COUNT_THEN = re.compile(r"[0-9][0-9.]*(?![0-9.号月日])")
#: What a value of an earlier year goes over to: 2020年35%提高到50%.
_CHANGES = re.compile(rf"[^,。;]{{0,24}}?(?:{any_of('spread_up', 'spread_down', 'pace_up', 'pace_down')})[到至为]")
_COMPARES = re.compile(any_of("year_compares"))
#: Behind a year, it is no deadline: 2020年以来, 2020年建成的, 2026年工作要点.
_NO_DEADLINE = re.compile(rf"{any_of('made')}[^,]{{0,4}}的|{any_of('not_due')}|(?:目标|工作|重点)?{any_of('schedule')}")
_LOOSE = re.compile(rf"(?<![0-9.])(?P<year>{_YEAR})(?:年|[-./][0-9]{{1,2}})")


#: A month or quarter without its year.
_MONTH = re.compile(
    r"(?<![年0-9])(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?(?=[底末]|之?前)|第?[一二三四1-4]季度(?=末|之?前)|[上下]半年(?=[^度]))"
)
_DAY = re.compile(r"(?P<month>[0-9]{1,2})月(?:(?P<day>[0-9]{1,2})日)?")
_QUARTER = re.compile(r"([一二三四1-4])季度")
#: What a deadline names behind its year.
_PART = re.compile(r"[0-9]{1,2}月(?:[0-9]{1,2}日)?|[一二三四1-4]季度|上半年")
#: A day as programs write it, behind its year.
_PLAIN_DAY = re.compile(r"[-./](?P<month>[0-9]{1,2})(?:[-./](?P<day>[0-9]{1,2}))?(?![0-9])")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}

Role = Literal["due", "baseline", "period", "asof", "other"]


class Moment(NamedTuple):
    """A date in a clause. `firm` means that its own words make it a deadline (到, 前, 底, 末); ``asof`` is 截至 without 前.

    `by` is month and day of the last day that still meets it, day 0 for the end of the month.
    """

    start: int
    end: int
    role: Role
    due: int | None
    derived: int | None = None
    firm: bool = True
    by: tuple[int, int] = (12, 0)


def holds_date(text: str) -> bool:
    """Return whether a folded text can hold a date: a look that costs little, before a reading that costs much."""
    return _ANY.search(text) is not None


def find_moments(clause: str) -> Iterator[Moment]:
    """Yield the dates of a folded clause in text order.

    Examples
    --------
    >>> [(m.role, m.due) for m in find_moments("到2025年能耗较2020年下降")]
    [('due', 2025), ('baseline', 2020)]
    """
    if not holds_date(clause):
        return
    day_before = -1  # where a date with its day ended: 2020年1月1日至2020年12月31日 is a period of validity
    for match in _MOMENT.finditer(clause):
        if match["period"]:
            closes = bool(match["close"] or match["reach"])
            role: Role = "due" if closes else "period"
            if clause[match.start() - 1 : match.start()] in {"比", "较"}:
                role = "other"  # a period compared with has no year of its own
            yield Moment(
                start=match.start(),
                end=match.end(),
                role=role,
                due=None,
                derived=_last_year(match["period"]),
                firm=closes,
            )
            continue
        role = "other" if match.start() == day_before else _role(clause, match)
        yield Moment(
            start=match.start(),
            end=match.end(),
            role=role,
            due=int(match["year"]),
            derived=None,
            firm=_firm(match),
            by=_by(match[0]),
        )
        day_before = match.end() if match["day"] else -1


def is_deadline(clause: str, moment: Moment, since: int) -> bool:
    """Return whether a date inside a clause is a deadline: by its own words, or by the verb beside a bare year of the plan's.

    Parameters
    ----------
    clause, moment
        The clause and the date in it.
    since
        The year the plan was written, 0 where it is unknown.
    """
    lead = clause[max(0, moment.start - 4) : moment.start]
    beside = _BARE_LEAD.search(lead) or _BARE_TAIL.match(clause, moment.end)
    return moment.role == "due" and (moment.firm or (bool(beside) and (moment.due or since) >= since))


def looks_back(moment: Moment, since: int) -> bool:
    """Return whether a date at the head tells what was reached: 截至, or a year before the plan that nothing makes a deadline.

    Parameters
    ----------
    moment
        The date.
    since
        The year the plan was written, 0 where it is unknown.
    """
    year = moment.due or moment.derived or since
    if moment.role == "asof":
        return not 0 < since < year
    return year < since and not (moment.firm and moment.due)


def _last_year(period: str) -> int | None:
    """Return the last year of a five-year period."""
    years = five_year_period(period)
    return years[1] if years else None


def deadline_year(text: str) -> tuple[int | None, int | None]:
    """Return the year of a deadline as (written, derived); the last one if several are named.

    Parameters
    ----------
    text
        A deadline as written: the words behind 完成时限, or a cell of a task table.

    Examples
    --------
    >>> deadline_year("2019 年 6 月底前"), deadline_year("“十四五”末"), deadline_year("持续推进")
    ((2019, None), (None, 2025), (None, None))
    """
    chars = read_passage(text).chars
    years = [int(match["year"]) for match in _LOOSE.finditer(chars)]
    if years:
        return max(years), None
    derived = [moment.derived for moment in find_moments(chars) if moment.derived]
    return None, max(derived, default=None)


def deadline(text: str) -> Moment | None:
    """Return the deadline that a text such as the header of a column names, or None if it names no year.

    Examples
    --------
    >>> deadline("2026年上半年目标").due, deadline("2026年上半年目标").by, deadline("责任单位")
    (2026, (6, 0), None)
    """
    due, derived = deadline_year(text)
    if due is None and derived is None:
        return None
    return Moment(start=0, end=0, role="due", due=due, derived=derived, by=_by(read_passage(text).chars))


def deadline_day(text: str) -> str | None:
    """Return the last day that meets a deadline as written, YYYY-MM-DD, or None if it names no year.

    Where it names several dates, the last one counts.

    Examples
    --------
    >>> deadline_day("2026年3月底前启动，2027年6月底前完成"), deadline_day("2026年1月—9月"), deadline_day("“十四五”末")
    ('2027-06-30', '2026-09-30', '2025-12-31')
    """
    due, derived = deadline_year(text)
    year = due or derived
    if year is None:
        return None
    chars = read_passage(text).chars
    tail = chars[chars.rfind(str(due)) + 4 :] if due else ""
    plain = _PLAIN_DAY.match(tail)
    parts = _PART.findall(tail)
    month, day = (int(plain["month"]), int(plain["day"] or 0)) if plain else _by(parts[-1] if parts else "")
    if not 1 <= month <= 12:
        month, day = 12, 0
    return _day(year, month, day)


def last_day(moment: Moment, clause: str) -> str | None:
    """Return the last day that meets a deadline, YYYY-MM-DD, where the clause may name a later month of the same year.

    Examples
    --------
    >>> [last_day(moment, "12月底前完成整治") for moment in find_moments("2027年6月底前")]
    ['2027-12-31']
    >>> [last_day(moment, "完成排查") for moment in find_moments("2027年二季度末")]
    ['2027-06-30']
    """
    year = moment.due or moment.derived
    months = [match[0] for match in _MONTH.finditer(clause)]
    if year is None:
        return None
    month, day = _by(months[-1]) if months else moment.by
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> str:
    return f"{year}-{month:02}-{min(day or 31, monthrange(year, month)[1]):02}"


def _by(words: str) -> tuple[int, int]:
    """Return month and day of the last day that a date names, day 0 for the end of the month."""
    month, day = 12, 0
    named = _DAY.search(words)
    quarter = _QUARTER.search(words)
    if named and 1 <= int(named["month"]) <= 12:
        month, day = int(named["month"]), int(named["day"] or 0)
    elif quarter:
        month = 3 * _QUARTERS[quarter[1]]
    elif "上半年" in words:
        month = 6
    return month, day


def _firm(match: re.Match[str]) -> bool:
    return bool(match["since"] or match["end"] or match["before"] or (match["lead"] or "")[:1] in {"到", "至", "截"})


def _role(clause: str, match: re.Match[str]) -> Role:
    lead = match["lead"] or ""
    if _COMPARES.match(lead.removeprefix("不")) or _COMPARED.match(clause, match.end()):
        return "baseline"
    if clause[match.start() - 1 : match.start()] == "在" and not lead and _GROUND.match(clause, match.end()):
        return "baseline"
    value = _VALUE_THEN.match(clause, match.end())
    if value:  # 由2020年的35%提高到2025年的50%, but 其中2026年10家
        own = _COUNT_THEN.match(clause, match.end()) and not (lead or _CHANGES.match(clause, match.end()))
        return "due" if lead in {"到", "至"} or own else "baseline"
    if lead in {"自", "从", "由"} or _NO_DEADLINE.match(clause, match.end()):
        return "other"
    # A day without 前 is the date of a document or the edge of a period.
    if match["day"] and not (match["before"] or lead):
        return "other"
    return "asof" if lead[:1] == "截" and not match["before"] else "due"
