"""Numbers with their units in running Chinese text, and what stands right behind them (以上, 以内, 左右).

A unit is kept as written, its 万 or 亿 included: 1.8亿吨 is 1.8 亿吨. Only where no digit is written does the
multiplier become the number: 万种 is 10000 种.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.language.numerals import chinese_number
from ingest.targets.units import KINDS, Kind, multiplied
from ingest.targets.words import any_of

__all__ = ["Quantity", "find_quantities", "holds_number"]

_UNIT = any_of("ratio", "count", "measure", "time")
_NAME = any_of("name")
_MULTIPLIER = any_of("multiplier")
_DIGITS = r"[0-9]{1,15}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?"
#: 十四五时期 is a name.
_SPELT = f"(?!十[一二三四五六七]五{any_of('period_noun')})[一二两三四五六七八九十百千零〇]{{1,8}}"
_BEHIND = any_of("behind_number")
_NUMBER = re.compile(
    rf"""(?=[0-9一二两三四五六七八九十百千零〇万])
    (?:(?P<hundred>百分之)|(?P<below>{_SPELT})分之)?                  # 百分之五十, 三分之一
    (?:(?<![0-9A-Za-z.×*/＋+])(?P<digits>{_DIGITS})(?![0-9])          # 1,000, but not PM2.5 and 7×24
        |(?P<spelt>{_SPELT})                                          # 三百二十
        |(?=[万百千]))                                                # 万种
    (?P<ratio>[:∶][0-9](?:\.[0-9]{{1,3}})?(?![0-9]))?                 # 1:1.2
    (?P<more>余|多)?                                                  # 100余家
    (?!{_NAME})
    (?:(?P<multiplier>{_MULTIPLIER})?(?P<over>余|多)?(?!{_NAME})
        (?P<unit>{_UNIT})(?P<per>/{_MULTIPLIER}?{_UNIT})?(?![A-Za-z级])  # 1.8亿吨, 25元/千克, but not 国家级
        |(?P<factor>{_MULTIPLIER})?(?P<other>                         # a unit that no table has, at the end of a phrase
            (?!{_BEHIND})(?![年月日号时届期条款章点])(?!.?级)[一-鿿]{{1,2}}?)
            (?=(?:{_BEHIND})?(?:[,。;、)\n]|\Z))
        |(?P<plain>{_MULTIPLIER})?(?![A-Za-z级千百万亿×*]))            # 10万, without a unit
    (?P<behind>{_BEHIND})?(?!简称)                                    # 以上, but not 以下简称
    """,
    re.VERBOSE,
)
#: What every number holds; most clauses hold none of it. One in Chinese numerals has a unit, or is a share.
_ANY = re.compile(
    rf"""[0-9一二两三四五六七八九十百千零〇万分翻]
    (?: (?<=[0-9])
      | (?<=[一二两三四五六七八九十百千零〇万])(?:[余多]|{_MULTIPLIER}){{0,3}}{_UNIT}
      | (?<=分)之|(?<=一)半|(?<=翻)[一两二三四]?[番倍]
    )
    """,
    re.VERBOSE,
)
_HALF = re.compile(rf"一半(?P<behind>{_BEHIND})?")
_DOUBLE = re.compile(rf"翻(?P<spelt>[一两二三四])?(?P<unit>[番倍])(?P<behind>{_BEHIND})?")
_PASSED = re.compile(rf"{any_of('passed')}\Z")
_ENDS = re.compile(r"大关|台阶|[,。;、\n]|\Z")
_DASH = re.compile(r"[-—–~～－至到]{1,2}")
_LIST = re.compile(r"[、和与及]|以及")
_ENDS_LIST = re.compile(r"[,。;、!?:\n和与及]|以及|\Z")
_COMPARATORS = {"上": ">=", "下": "<=", "内": "<=", "右": "~"}


class Quantity(NamedTuple):
    """A number with its unit. `stop` is behind 以上 and the like, `end` behind the unit."""

    start: int
    end: int
    stop: int
    value: float
    unit: str | None
    kind: Kind
    comparator: str | None = None
    spelt: bool = False


def holds_number(text: str) -> bool:
    """Return whether a folded text can hold a quantity: a look that costs little, before a reading that costs much."""
    return _ANY.search(text) is not None


def find_quantities(text: str) -> list[list[Quantity]]:
    """Return the quantities of a folded text in runs: what is joined by 、 or 和 alone is one run.

    In a run the unit and the 以上 of a later number hold for the ones before it that have none. The two ends of
    a range are two quantities, at least the lower and at most the upper.

    Examples
    --------
    >>> [[(q.value, q.unit, q.comparator) for q in run] for run in find_quantities("占比在7%、2%以下，培育3—5家")]
    [[(7.0, '%', '<='), (2.0, '%', '<=')], [(3.0, '家', '>='), (5.0, '家', '<=')]]
    """
    runs: list[list[Quantity]] = []
    if not holds_number(text):
        return runs
    for quantity in _numbers(text):
        if runs:
            between = text[runs[-1][-1].stop : quantity.start]
            if len(between) <= 2 and _DASH.fullmatch(between):
                runs[-1].append(quantity._replace(comparator=quantity.comparator or "<="))
                first = runs[-1][-2]
                runs[-1][-2] = first._replace(unit=first.unit or quantity.unit, comparator=">=")
                runs[-1][-2] = runs[-1][-2]._replace(kind=quantity.kind)
                continue
            if len(between) <= 2 and _LIST.fullmatch(between) and not _begins_anew(text, runs[-1][-1], quantity):
                runs[-1].append(quantity)
                continue
        runs.append([quantity])
    return [_shared(run) for run in runs]


def _begins_anew(text: str, last: Quantity, this: Quantity) -> bool:
    """Return whether a number tells which ones are meant, and is no member of the run: 3家、百亿元企业; 3座、220千伏变电站8座."""
    if this.kind == last.kind:
        return False
    return (this.spelt and not last.spelt) or (
        "bare" not in {this.kind, last.kind} and not _ENDS_LIST.match(text, this.stop)
    )


def _numbers(text: str) -> Iterator[Quantity]:
    matches = list(_NUMBER.finditer(text))
    if "一半" in text or "翻" in text:
        matches += [*_HALF.finditer(text), *_DOUBLE.finditer(text)]
        matches.sort(key=lambda match: (match.start(), -match.end()))
    end = -1
    for match in matches:
        quantity = _quantity(text, match)
        if quantity and quantity.start >= end:
            yield quantity
            end = quantity.stop


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    part = match.groupdict()
    behind = part.get("behind") or ""
    stop, end = match.end(), match.end() - len(behind)
    comparator = _COMPARATORS.get(behind[-1:], "~" if behind else None)
    if match.re is _HALF:
        return Quantity(
            start=match.start(),
            end=end,
            stop=stop,
            value=0.5,
            unit=None,
            kind="ratio",
            comparator=comparator,
            spelt=True,
        )
    if match.re is _DOUBLE:
        return Quantity(
            start=match.start(),
            end=end,
            stop=stop,
            value=float(chinese_number(part["spelt"] or "一") or 1),
            unit=part["unit"],
            kind="ratio",
            comparator=comparator,
        )
    start, before = match.start(), text[match.start() - 1 : match.start()] if match.start() else ""
    digits, spelt, multiplier, unit = (
        part["digits"],
        part["spelt"],
        part["multiplier"] or part["plain"] or "",
        part["unit"],
    )
    if before in {"第", "前", "-", "每"} and not part["below"]:
        return None
    if part["hundred"]:
        value = _value(digits, spelt)
        return (
            None
            if value is None
            else Quantity(start=start, end=end, stop=stop, value=value, unit="%", kind="ratio", comparator=comparator)
        )
    if part["below"]:
        above, below = _value(None, spelt), _value(None, part["below"])
        if above is None or not below:
            return None
        return Quantity(
            start=start, end=end, stop=stop, value=above / below, unit=None, kind="ratio", comparator=comparator
        )
    if part["ratio"] and digits:
        return Quantity(
            start=start,
            end=end,
            stop=stop,
            value=float(digits.replace(",", "")),
            unit=part["ratio"],
            kind="ratio",
            comparator=comparator,
        )
    if not digits and (not unit or (before and before in "第几数十百千万亿、半每" and before != "、")):
        return None
    if digits and unit and unit[0] == "年" and len(digits) == 4 and digits.isdigit():
        return None
    if part["more"] or part["over"]:
        comparator = comparator or ">="
    kind = KINDS[unit] if unit else "bare"
    if digits or spelt:
        value = _value(digits, spelt)
        if value is None or (spelt and not value):
            return None  # 零部件
        written = multiplier + (unit or (part["other"] if digits else "") or "") + (part["per"] or "")
    else:
        if kind == "measure" and _PASSED.search(text, max(0, start - 4), start) and _ENDS.match(text, stop):
            # 突破万亿元 is 10000 亿元; a 千亿元产业 is a name.
            power, large = multiplier.removesuffix("亿"), "亿" if multiplier.endswith("亿") else ""
            return Quantity(
                start=start,
                end=end,
                stop=stop,
                value=multiplied(power),
                unit=large + (unit or ""),
                kind=kind,
                comparator=comparator or ">=",
            )
        value, written = multiplied(multiplier), (unit or "") + (part["per"] or "")
        if kind != "count":
            return None
    return Quantity(
        start=start,
        end=end,
        stop=stop,
        value=value,
        unit=written or None,
        kind=kind,
        comparator=comparator,
        spelt=not digits,
    )


def _value(digits: str | None, spelt: str | None) -> float | None:
    """Return what digits or a Chinese numeral say, or None if a numeral says nothing (二三十 is about as many).

    Examples
    --------
    >>> _value("1,150.5", None), _value(None, "三百二十"), _value(None, "十五"), _value(None, "二三十")
    (1150.5, 320.0, 15.0, None)
    """
    if digits:
        return float(digits.replace(",", ""))
    number = chinese_number(spelt or "")
    return None if number is None else float(number)


def _shared(run: Sequence[Quantity]) -> list[Quantity]:
    shared = list(run)
    # 8%、8%、10%以上、10%以上: who says it twice means it for these two only.
    alone = sum(quantity.comparator is not None for quantity in run) == 1
    for at, (this, following) in reversed(list(enumerate(pairwise(run)))):
        following = shared[at + 1]
        if alone and this.comparator is None and (following.comparator != "<=" or this.kind == following.kind):
            this = this._replace(comparator=following.comparator)
        if this.unit is None and this.kind == "bare":
            this = this._replace(unit=following.unit, kind=following.kind)
        shared[at] = this
    return shared
