"""Units of numbers: which kind of number each makes, and how two of them compare."""

from __future__ import annotations

import re
from fractions import Fraction
from math import prod
from pathlib import Path
from typing import Literal

from ingest.targets.words import any_of, words_of

__all__ = ["KINDS", "Kind", "multiplied", "normalise_unit"]

Kind = Literal["ratio", "count", "measure", "time", "bare"]

_UNIT_KINDS: tuple[Kind, ...] = ("ratio", "count", "measure", "time")
#: The kind of number that each unit makes.
KINDS: dict[str, Kind] = {word.text: kind for kind in _UNIT_KINDS for word in words_of(kind)}
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LEADING = re.compile(rf"{any_of('multiplier')}?")


def _read_scales(path: Path) -> dict[str, tuple[float, str]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {unit: (float(Fraction(factor)), base) for unit, factor, base in rows[1:]}


_SCALES = _read_scales(Path(__file__).with_name("data") / "scales.tsv")


def multiplied(multiplier: str) -> float:
    """Return what a multiplier stands for, 1 where there is none.

    Examples
    --------
    >>> multiplied("百万"), multiplied("")
    (1000000.0, 1.0)
    """
    return float(prod(_POWERS[char] for char in multiplier))


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
    if match and match.group() and unit not in KINDS:
        power = multiplied(match.group())
        factor, base = _SCALES.get(unit[match.end() :], (1, unit[match.end() :]))
        return power * factor, base
    return 1.0, unit
