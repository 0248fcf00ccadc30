"""Which region a level word means: 市 in a plan of a prefecture is that prefecture, in one of its districts the city above.

A level word that the plan's region does not have (市 in a national plan, 县 in one of a
city) is nobody's: the answer is None, and never the body of another level.
"""

from __future__ import annotations

import re

from graph.agencies.regions import NATION, Region, chain, find
from graph.agencies.word_tables import ranks, texts_of, words_in

__all__ = ["level_word", "name_ending", "region_above", "regions_of"]

#: The level words that a region's own name ends with, and the ending.
_ENDINGS = {word: word for word in texts_of("levels", "ending")} | {"地": "地区"}
#: 县, 区 and 旗 name the plan's own region; what lies above a county is called by the other words.
_OWN_ONLY = frozenset(word for word in _ENDINGS if ranks()[word] == "区县")
_BY_RANK = re.compile("(?:级|直)$")
_PLAIN = {"自治州": "州", "自治县": "县", "自治旗": "旗"}
_CORPS = "新疆生产建设兵团"


def regions_of(plan_region: str, plan_level: str | None = None) -> tuple[Region, ...]:
    """Return the plan's region and those above it; one that the gazetteer does not know stands alone, by its name's ending.

    Examples
    --------
    >>> [region.name for region in regions_of("象州县")]
    ['象州县', '来宾市', '广西壮族自治区', '全国']
    """
    known = chain(plan_region)
    if known:
        return known
    ending = name_ending(plan_region)
    level = plan_level or ranks().get(ending)
    return (Region(plan_region, level, "", None),) if level and ending else ()


def region_above(word: str, upward: tuple[Region, ...]) -> Region | None:
    """Return the region that level word `word` means in a plan of the first of `upward`, or None if it has no such region.

    Examples
    --------
    >>> region_above("市", regions_of("渝中区")).name, region_above("市", regions_of("义乌市")).name
    ('重庆市', '义乌市')
    >>> region_above("市", regions_of("全国")) is None, region_above("县", regions_of("洛阳市")) is None
    (True, True)
    """
    rank = ranks().get(word)
    if rank == "国家":
        return NATION
    if word == "兵团":
        return find(_CORPS)
    if word == "师市":  # division and city of the corps are run as one
        return upward[0] if upward and upward[0].name.endswith("市") else None
    if rank == "乡镇":
        return upward[0] if upward and upward[0].level in ("区县", "乡镇") else None
    if word in _ENDINGS:
        reach = upward[:1] if word in _OWN_ONLY else upward
        return next((region for region in reach if region.name.endswith(_ENDINGS[word])), None)
    if rank is None or not _BY_RANK.search(word):
        return None
    same = next((region for region in upward if region.level == rank), None)
    # 市级 of a municipality or of a county-level city is its own.
    return same or next((region for region in upward if rank == "市" and region.name.endswith("市")), None)


def name_ending(name: str) -> str:
    """Return the level word that a region's name ends with, the longest; "" if there is none.

    Examples
    --------
    >>> name_ending("内蒙古自治区"), name_ending("洛阳市"), name_ending("洛阳")
    ('自治区', '市', '')
    """
    found = [word.text for word in words_in("levels", "ending") if name.endswith(word.text)]
    return max(found, key=len, default="")


def level_word(region: Region) -> str:
    """Return the word that stands for the region before the names of its bodies.

    Examples
    --------
    >>> level_word(find("恩施土家族苗族自治州")), level_word(find("内蒙古自治区"))
    ('州', '自治区')
    """
    if region.name == _CORPS:
        return "兵团"
    if region.name == NATION.name:
        return ""
    word = name_ending(region.name)
    zone = not region.code and find(region.name) is not None
    return region.name if zone or not word else _PLAIN.get(word, word)
