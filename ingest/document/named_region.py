"""The region of a plan that neither title nor issuer nor number tells: the one province or city that its text keeps naming.

A ledger of a province that lost its title page still names its own cities and bases; only names without any rival count.
"""

from __future__ import annotations

from graph.agencies.regions import NATION, Region, children, short_name

__all__ = ["named_region"]

#: Fewer mentions may be examples or partners.
_LEAST = 5
#: How many of ten mentions have to be of the one.
_OF_TEN = 9


def named_region(text: str, level: str) -> str | None:
    """Return the name of the region of a level (省 or 市) that a text keeps naming, or None if there is none or several.

    Provinces count by their short names, cities by their full ones: 大同, 长治 and 朝阳 are words too.

    Examples
    --------
    >>> named_region("在浙江布局。支持浙江企业，浙江高校。浙江试点。浙江经验。", "省")
    '浙江省'
    >>> named_region("在浙江、江苏布局。", "省") is None
    True
    """
    provinces = children(NATION.name)
    if level == "省":
        counts = {region: text.count(short_name(region)) for region in provinces}
    elif level == "市":
        counts = {region: text.count(region.name) for province in provinces for region in children(province.name)}
        counts = {region: count for region, count in counts.items() if region.level == "市"}
    else:
        return None
    named: Region = max(counts, key=lambda region: counts[region])
    surely = counts[named] >= _LEAST and counts[named] * 10 >= sum(counts.values()) * _OF_TEN
    return named.name if surely else None
