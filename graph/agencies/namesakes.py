"""Regions of one name (鼓楼区 of four cities): which of them a plan is for, by its 文号 and by the places that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.agencies.regions import Region, bearers, chain, short_name
from graph.agencies.word_tables import words_in

__all__ = ["leading_namesakes", "which_namesake"]

_LONGEST = 12


def leading_namesakes(text: str) -> tuple[Region, ...]:
    """Return the regions whose common full name `text` starts with; nothing if only one region bears it.

    Examples
    --------
    >>> [region.parent for region in leading_namesakes("鼓楼区绿色园区实施方案")]
    ['南京市', '开封市', '徐州市', '福州市']
    >>> leading_namesakes("洛阳市绿色园区实施方案")
    ()
    """
    for size in range(min(_LONGEST, len(text)), 1, -1):
        found = bearers(text[:size])
        if found and all(region.name == text[:size] for region in found):
            return found if len(found) > 1 else ()
    return ()


def which_namesake(
    namesakes: Sequence[Region], number: str | None, text: str, *, province: str | None = None
) -> Region | None:
    """Return the one of several regions that a plan is for, or None if nothing tells.

    Asked in this order: the city or the province that the 文号 starts with, the region written with the city above it,
    the city, the province. What fits two of them tells nothing.

    Parameters
    ----------
    namesakes
        Regions of one name.
    number
        The plan's 文号.
    text
        What the plan and its notice say.
    province
        The province that the first character of the 文号 stands for.

    Examples
    --------
    >>> namesakes = leading_namesakes("鼓楼区实施方案")
    >>> which_namesake(namesakes, "宁鼓政办〔2025〕1号", "").parent
    '南京市'
    >>> which_namesake(namesakes, None, "徐州市鼓楼区人民政府").parent
    '徐州市'
    >>> which_namesake(namesakes, None, "鼓楼区人民政府") is None
    True
    """
    for fits in _TESTS:
        fitting = [region for region in namesakes if fits(_Clues(_above(region), number, province, text), region)]
        if len(fitting) == 1:
            return fitting[0]
    return None


@dataclass(frozen=True)
class _Clues:
    """What may tell a region from another of its name: the regions above it, the 文号 with its province, the text."""

    above: tuple[Region, ...]
    number: str | None
    province: str | None
    text: str


def _by_city_sign(clues: _Clues, _region: Region) -> bool:
    return clues.number is not None and clues.number[:1] in {_sign(city) for city in clues.above[:1]}


def _by_province_sign(clues: _Clues, _region: Region) -> bool:
    return clues.province is not None and clues.province in {upper.name for upper in clues.above}


def _by_full_name(clues: _Clues, region: Region) -> bool:
    cities = [name for city in clues.above[:1] for name in (city.name, short_name(city))]
    return any(f"{name}{region.name}" in clues.text for name in cities)


def _by_city(clues: _Clues, _region: Region) -> bool:
    return any(city.name in clues.text for city in clues.above[:1])


def _by_province(clues: _Clues, _region: Region) -> bool:
    return any(upper.name in clues.text for upper in clues.above[1:])


_TESTS: tuple[Callable[[_Clues, Region], bool], ...] = (
    _by_city_sign,
    _by_province_sign,
    _by_full_name,
    _by_city,
    _by_province,
)


def _above(region: Region) -> tuple[Region, ...]:
    """Return the regions above one, without the state."""
    return chain(region.parent)[:-1] if region.parent else ()


def _sign(city: Region) -> str:
    """Return the character that stands for a city in a 文号."""
    return next((word.text for word in words_in("cities") if word.kind == city.name), city.name[0])
