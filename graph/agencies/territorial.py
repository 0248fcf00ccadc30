"""Bodies of a whole region, whose official names carry the region itself: government, party committee, youth league."""

from __future__ import annotations

import re
from functools import cache

from graph.agencies.committees import committee_of
from graph.agencies.name_patterns import bare_level
from graph.agencies.regions import Region, find

__all__ = ["government", "territorial_body"]


def government(here: Region) -> str:
    """Return the official name of what governs a region.

    Examples
    --------
    >>> government(find("塔城地区")), government(find("雄安新区"))
    ('塔城地区行政公署', '雄安新区管理委员会')
    """
    if here.name.endswith(("盟", "地区")):
        return here.name + "行政公署"
    if here.name.endswith("兵团"):
        return here.name
    return here.name + ("人民政府" if here.code or not find(here.name) else "管理委员会")


@cache
def _government_name() -> re.Pattern[str]:
    return re.compile(f"^{bare_level()}?(?:(?:人民)?政府|行政公署|行署)$")


@cache
def _party_name() -> re.Pattern[str]:
    return re.compile(f"^(?:{bare_level()}|地)?党?委(?:员会)?$")


@cache
def _youth_name() -> re.Pattern[str]:
    return re.compile(f"^{bare_level()}?团委(?:员会)?$")


def territorial_body(name: str, here: Region) -> str | None:
    """Return the official name of the government, the party committee or the youth league of `here`, if it is one."""
    if _government_name().match(name):
        return government(here)
    if _party_name().match(name):
        return f"中共{here.name}委员会"
    committee = committee_of(name)
    if committee or _youth_name().match(name):
        return committee.official(here.name) if committee else f"共青团{here.name}委员会"
    return None
