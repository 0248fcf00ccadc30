"""Numbers with their units in running Chinese text, and what stands right behind them (以上, 以内, 左右).

A unit is kept as written, its 万 or 亿 included: 1.8亿吨 is 1.8 亿吨. Only where no digit is written does the
multiplier become the number: 万种 is 10000 种. `normalise_unit` is for comparing two values, never for showing one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

__all__ = ["Quantity", "find_quantities", "normalise_unit"]

Kind = Literal["ratio", "count", "measure", "time", "bare"]

RATIOS = ("个百分点", "百分点", "%", "‰", "倍", "番", "/10万", "/百万", "/万")
COUNTS = tuple("个家户项条种座所处名人位台套件只辆艘架款类场次支栋间片块篇部本份例宗笔单对组期门列口眼株头羽枚幅站镇村")
COUNTS += (
    "人次",
    "人口",
    "人年",
    "户次",
    "场次",
    "学时",
    "例次",
    "课时",
    "班次",
    "车位",
    "床位",
    "班列",
    "企业",
    "标准箱",
    "标箱",
    "重量箱",
    "张",
    "箱",
    "TEU",
)
MEASURES = (
    *("吨标准煤", "吨标煤", "吨", "千克标准煤", "克标准煤", "千克", "公斤", "毫克", "微克", "克", "蒸吨"),
    *("立方米", "标准立方米", "标方", "平方公里", "平方米", "平方千米", "㎡", "m²", "m³", "m3", "μg", "µg", "mg", "公顷", "亩", "公里", "千米", "厘米", "毫米", "米", "升"),
    *("千瓦时", "千瓦", "兆瓦时", "兆瓦", "吉瓦时", "吉瓦", "太瓦时", "度", "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "kV", "千伏安", "千伏"),
    *("斤", "元", "美元", "欧元", "港元", "人民币", "℃", "摄氏度", "分贝", "分", "EFLOPS", "EFlops", "PFLOPS", "PFlops", "TB", "PB", "GB"),
    *("兆焦", "吉焦", "千焦", "GJ", "t", "kg", "km"),
)  # fmt: skip
TIMES = (
    "个工作日",
    "工作日",
    "个月",
    "个小时",
    "小时",
    "分钟",
    "秒",
    "天",
    "日",
    "周",
    "年",
    "岁",
    "周岁",
    "季度",
)
#: Look like a count and are none.
NAMES = (
    "分点",
    "分之",
    "个基点",
    "个五年",
    "个一",
    "个确保",
    "个坚持",
    "家门口",
    "人才",
    "人均",
    "名录",
    "条例",
    "项规定",
    "项任务",
    "次会议",
)

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(RATIOS, "ratio"),
    **dict.fromkeys(COUNTS, "count"),
    **dict.fromkeys(MEASURES, "measure"),
    **dict.fromkeys(TIMES, "time"),
}
_UNITS = "|".join(sorted(map(re.escape, _KINDS), key=len, reverse=True))
_NAMES = "|".join(NAMES)
_MULTIPLIER = "万亿|千亿|百亿|十亿|千万|百万|十万|万|亿|千|百"
_DIGITS = r"[0-9]{1,15}(?:,[0-9]{3})*(?:\.[0-9]{1,6})?"
_SPELT = "(?!十[一二三四五六七]五(?:时期|期|末|以来|规划|收官))[一二两三四五六七八九十百千零〇]{1,8}"
_BEHIND = r"及?以上|及?以下|以内|之内|左右|上下|内"
_NUMBER = re.compile(
    rf"(?:(?P<hundred>百分之)|(?P<below>{_SPELT})分之)?"
    rf"(?:(?<![0-9A-Za-z.×*/＋+])(?P<digits>{_DIGITS})(?![0-9])|(?P<spelt>{_SPELT})|(?=[万百千]))"
    rf"(?P<ratio>[:∶][0-9](?:\.[0-9]{{1,3}})?(?![0-9]))?"
    rf"(?P<more>余|多)?"
    rf"(?!{_NAMES})(?:(?P<multiplier>{_MULTIPLIER})?(?P<over>余|多)?(?!{_NAMES})"
    rf"(?P<unit>{_UNITS})(?P<per>/(?:{_MULTIPLIER})?(?:{_UNITS}))?(?![A-Za-z级])"
    rf"|(?P<factor>{_MULTIPLIER})?(?P<other>(?!{_BEHIND})(?![年月日号时届期条款章点])(?!.?级)[一-鿿]{{1,2}}?)(?=(?:{_BEHIND})?(?:[，。；、）\n]|\Z))|(?P<plain>{_MULTIPLIER})?(?![A-Za-z级千百万亿×*]))"
    rf"(?P<behind>{_BEHIND})?(?!简称)"
)
_HALF = re.compile(rf"一半(?P<behind>{_BEHIND})?")
_DOUBLE = re.compile(rf"翻(?P<spelt>[一两二三四])?(?P<unit>[番倍])(?P<behind>{_BEHIND})?")
_PASSED = re.compile(r"(?:突破|达到|超过|迈上|跨上|迈过|跨越|[超达过])\Z")
_ENDS = re.compile(r"大关|台阶|[，。；、\n]|\Z")
_DASH = re.compile(r"[-—–~～－至到]{1,2}")
_LIST = re.compile(r"[、和与及]|以及")
_ENDS_LIST = re.compile(r"[，。；、！？：:;,\n和与及]|以及|\Z")
_COMPARATORS = {"上": ">=", "下": "<=", "内": "<=", "右": "~"}
_VALUES = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True)
class Quantity:
    """A number with its unit. `stop` is behind 以上 and the like, `end` behind the unit."""

    start: int
    end: int
    stop: int
    value: float
    unit: str | None
    kind: Kind
    comparator: str | None = None
    spelt: bool = False


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
    for quantity in _numbers(text):
        if runs:
            between = text[runs[-1][-1].stop : quantity.start]
            if len(between) <= 2 and _DASH.fullmatch(between):
                runs[-1].append(replace(quantity, comparator=quantity.comparator or "<="))
                first = runs[-1][-2]
                runs[-1][-2] = replace(first, unit=first.unit or quantity.unit, comparator=">=")
                runs[-1][-2] = replace(runs[-1][-2], kind=quantity.kind)
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
    matches = [*_NUMBER.finditer(text), *_HALF.finditer(text), *_DOUBLE.finditer(text)]
    end = -1
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
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
        return Quantity(match.start(), end, stop, 0.5, None, "ratio", comparator, spelt=True)
    if match.re is _DOUBLE:
        return Quantity(
            match.start(), end, stop, float(_VALUES[part["spelt"] or "一"]), part["unit"], "ratio", comparator
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
        return Quantity(start, end, stop, _value(digits, spelt), "%", "ratio", comparator) if digits or spelt else None
    if part["below"]:
        value = _value(digits, spelt) / max(_value(None, part["below"]), 1)
        return Quantity(start, end, stop, value, None, "ratio", comparator) if spelt else None
    if part["ratio"] and digits:
        return Quantity(start, end, stop, _value(digits, None), part["ratio"], "ratio", comparator)
    if not digits and (not unit or (before and before in "第几数十百千万亿、半每" and before != "、")):
        return None
    if digits and unit and unit[0] == "年" and len(digits) == 4 and digits.isdigit():
        return None
    if part["more"] or part["over"]:
        comparator = comparator or ">="
    kind = _KINDS[unit] if unit else "bare"
    if digits or spelt:
        value = _value(digits, spelt)
        if spelt and not value:
            return None  # 零部件
        written = multiplier + (unit or (part["other"] if digits else "") or "") + (part["per"] or "")
    else:
        if kind == "measure" and _PASSED.search(text, max(0, start - 4), start) and _ENDS.match(text, stop):
            # 突破万亿元 is 10000 亿元; a 千亿元产业 is a name.
            power, large = multiplier.removesuffix("亿"), "亿" if multiplier.endswith("亿") else ""
            return Quantity(
                start, end, stop, _value(None, power) or 1.0, large + (unit or ""), kind, comparator or ">="
            )
        value, written = float(_value(None, multiplier)), (unit or "") + (part["per"] or "")
        if kind != "count":
            return None
    return Quantity(start, end, stop, value, written or None, kind, comparator, spelt=not digits)


def _value(digits: str | None, spelt: str | None) -> float:
    """Return what digits or a Chinese numeral say.

    Examples
    --------
    >>> _value("1,150.5", None), _value(None, "三百二十"), _value(None, "十五"), _value(None, "万")
    (1150.5, 320.0, 15.0, 10000.0)
    """
    if digits:
        return float(digits.replace(",", ""))
    total = current = 0
    for char in spelt or "":
        if char in _POWERS:
            total += (current or 1) * _POWERS[char]
            current = 0
        else:
            current = current * 10 + _VALUES[char]
    return float(total + current)


def _shared(run: Sequence[Quantity]) -> list[Quantity]:
    shared = list(run)
    # 8%、8%、10%以上、10%以上: who says it twice means it for these two only.
    alone = sum(quantity.comparator is not None for quantity in run) == 1
    for at, (this, following) in reversed(list(enumerate(pairwise(run)))):
        following = shared[at + 1]
        if alone and this.comparator is None and (following.comparator != "<=" or this.kind == following.kind):
            this = replace(this, comparator=following.comparator)
        if this.unit is None and this.kind == "bare":
            this = replace(this, unit=following.unit, kind=following.kind)
        shared[at] = this
    return shared


_SCALES: dict[str, tuple[float, str]] = {
    "吨": (1, "吨"), "t": (1, "吨"), "千克": (1e-3, "吨"), "公斤": (1e-3, "吨"), "kg": (1e-3, "吨"), "克": (1e-6, "吨"),
    "毫克": (1e-9, "吨"), "mg": (1e-9, "吨"), "微克": (1e-12, "吨"), "μg": (1e-12, "吨"), "µg": (1e-12, "吨"), "吨标煤": (1, "吨标准煤"), "千克标准煤": (1e-3, "吨标准煤"),
    "克标准煤": (1e-6, "吨标准煤"), "米": (1, "米"), "公里": (1e3, "米"), "千米": (1e3, "米"), "km": (1e3, "米"),
    "厘米": (1e-2, "米"), "毫米": (1e-3, "米"), "公顷": (1e4, "平方米"), "㎡": (1, "平方米"), "m²": (1, "平方米"), "m³": (1, "立方米"), "m3": (1, "立方米"), "亩": (1e4 / 15, "平方米"),
    "平方公里": (1e6, "平方米"), "平方千米": (1e6, "平方米"), "标方": (1, "标准立方米"), "升": (1e-3, "立方米"),
    "千瓦": (1, "千瓦"), "kW": (1, "千瓦"), "兆瓦": (1e3, "千瓦"), "MW": (1e3, "千瓦"), "吉瓦": (1e6, "千瓦"), "GW": (1e6, "千瓦"),
    "度": (1, "千瓦时"), "kWh": (1, "千瓦时"), "兆瓦时": (1e3, "千瓦时"), "MWh": (1e3, "千瓦时"), "GWh": (1e6, "千瓦时"),
    "吉瓦时": (1e6, "千瓦时"), "太瓦时": (1e9, "千瓦时"), "TWh": (1e9, "千瓦时"), "千焦": (1, "千焦"), "兆焦": (1e3, "千焦"),
    "吉焦": (1e6, "千焦"), "GJ": (1e6, "千焦"), "‰": (0.1, "%"), "百分点": (1, "个百分点"), "人民币": (1, "元"),
    "小时": (60, "分钟"), "个小时": (60, "分钟"), "秒": (1 / 60, "分钟"), "天": (1440, "分钟"), "日": (1440, "分钟"),
    "工作日": (1, "个工作日"), "户": (1, "家"), "企业": (1, "家"), "EFlops": (1e3, "PFLOPS"), "EFLOPS": (1e3, "PFLOPS"), "PFlops": (1, "PFLOPS"),
}  # fmt: skip
_LEADING = re.compile(rf"(?:{_MULTIPLIER})?")


def normalise_unit(value: float, unit: str | None) -> tuple[float, str]:
    """Return a value in the base unit of its kind, for comparing only.

    Parameters
    ----------
    value, unit
        As a target has them.

    Examples
    --------
    >>> normalise_unit(1.8, "亿吨") == normalise_unit(18000, "万吨")
    True
    >>> normalise_unit(25, "元/千克"), normalise_unit(2, "番"), normalise_unit(80, "‰")
    ((25000.0, '元/吨'), (4.0, '倍'), (8.0, '%'))
    """
    if unit is None:
        return value, ""
    if unit == "番":
        return 2.0**value, "倍"
    over, _, under = unit.partition("/")
    factor, base = _scale(over)
    if not under:
        return round(value * factor, 12), base
    below, by = _scale(under)
    return round(value * factor / below, 12), f"{base}/{by}"


def _scale(unit: str) -> tuple[float, str]:
    if unit in _SCALES:
        return _SCALES[unit]
    match = _LEADING.match(unit)
    if match and match.group() and unit not in _KINDS:
        power = 1.0
        for char in match.group():
            power *= _POWERS[char]
        factor, base = _SCALES.get(unit[match.end() :], (1, unit[match.end() :]))
        return power * factor, base
    return 1.0, unit
