"""Expand the collectives that mean local governments: 各县（市、区）人民政府 of 三亚市 are four.

Only on demand and never in the graph itself: which governments a plan binds is the plan's
business, and the gazetteer knows today's counties, not those of the plan's year. Zones
(高新区 …) are left out; a plan that means them says so.
"""

from __future__ import annotations

import re
from functools import cache

from graph.agencies.names import is_collective
from graph.agencies.regions import Region, children, find
from graph.agencies.word_tables import words_of

__all__ = ["expand"]


@cache
def _counties() -> re.Pattern[str]:
    """Return the pattern of counties and districts: 各县（市、区）政府, or 各县 and 各区 alone."""
    return re.compile(f"{words_of('collectives', 'counties')}|^各(?:县|区)(?=(?:人民)?政府|$)")


@cache
def _cities() -> re.Pattern[str]:
    """Return the pattern of prefectures: 各市州政府, 各市人民政府."""
    return re.compile(f"{words_of('collectives', 'cities')}|各市(?!县|区)")


_TERRITORY = re.compile(rf"(?:{words_of('parts', 'territory')}|[）)〕])$")


def expand(name: str, plan_region: str) -> tuple[str, ...]:
    """Return the local governments that the collective `name` stands for in a plan of `plan_region`, by code.

    Empty if `name` is no such collective or the gazetteer does not know the region.

    Examples
    --------
    >>> expand("各县（市、区）人民政府", "三亚市")
    ('海棠区人民政府', '吉阳区人民政府', '天涯区人民政府', '崖州区人民政府')
    """
    region = find(plan_region)
    if region is None or not is_collective(name) or not _TERRITORY.search(name):
        return ()
    found: list[Region] = []
    for below in (each for each in children(region.name) if each.code):
        if below.level == "市":
            found += [below] if _cities().search(name) else []
            found += [each for each in children(below.name) if each.code] if _counties().search(name) else []
        elif _counties().search(name):
            found.append(below)
    return tuple(each.name + "人民政府" for each in found)
