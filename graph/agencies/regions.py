"""The gazetteer: provinces, prefectures and counties with GB/T 2260 codes, and the chain up to 全国.

Short names follow usage, which may surprise: 吉林 is the province and 朝阳 the city in
Liaoning, because the higher region wins; a name that several counties bear (鼓楼区) is
nobody's until `within` says whose; and a county's short name that is an ordinary word
(资源, 合作, 公安) is never taken for a place unless `within` is that county or above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.agencies.word_tables import texts_of, words_in, words_of

__all__ = [
    "NATION",
    "Region",
    "bearers",
    "beginning_with",
    "chain",
    "children",
    "find",
    "leading_place",
    "places_in",
    "short_name",
    "unique_name",
]

_DATA = Path(__file__).with_name("data")
_LEVELS = ("国家", "省", "市", "区县")

#: 江北区 ends before 域 in 江北区域, and 济南市 before 场 in 济南市场监管局: no region there.
_NOT_BEFORE = {word.text: word.not_before for word in words_in("parts", "region_last")}
_PEOPLES = re.compile(words_of("parts", "people"))
#: Plain texts, because every start asks them of three thousand names.
_ENDINGS = texts_of("parts", "region_end")
_LETTERS = texts_of("parts", "region_letter")


class Region(NamedTuple):
    """An administrative region, or a zone that plans treat as one (its code is empty).

    A tuple, because every start makes three thousand, and a frozen dataclass takes five times as long.
    """

    name: str
    level: str
    code: str
    parent: str | None


NATION = Region("全国", "国家", "000000", None)


class _Gazetteer(NamedTuple):
    full: dict[str, tuple[Region, ...]]
    short: dict[str, tuple[Region, ...]]
    lengths: dict[str, tuple[int, ...]]
    below: dict[str, tuple[Region, ...]]
    words: frozenset[str]


@cache
def _load() -> _Gazetteer:
    regions = _regions()
    zones = []
    other_names: dict[str, list[str]] = {}
    for zone, rank, above, *others in _table("zones.tsv"):
        zones.append(Region(zone, rank, "", above))
        other_names[zone] = [other for other in " ".join(others).split() if "@" not in other]
    full: dict[str, tuple[Region, ...]] = {}
    short: dict[str, tuple[Region, ...]] = {}
    below: dict[str, list[Region]] = {}
    lengths: dict[tuple[str, int], None] = {}
    for region in [*regions, *zones]:
        name, level, code, parent = region
        brief = short_name(region)
        plain = brief + name[-1]  # 恩施州, 丰宁县: what people say; but 河南县 may be 河南 and 县（市、区）
        spellings = [brief]
        if "族" in name and not (level == "区县" and brief in short) and plain != brief:
            spellings.append(plain)
        if not code:
            spellings += (other for other in other_names.get(name, ()) if other not in spellings)
        full[name] = (*full[name], region) if name in full else (region,)
        for spelling in spellings:
            short[spelling] = (*short[spelling], region) if spelling in short else (region,)
            lengths[spelling[0], len(spelling)] = None
        lengths[name[0], len(name)] = lengths[name[0], len(plain)] = None
        if parent:
            below.setdefault(parent, []).append(region)
    sizes: dict[str, list[int]] = {}
    for first, size in sorted(lengths, reverse=True):
        sizes.setdefault(first, []).append(size)
    return _Gazetteer(
        full,
        short,
        {first: tuple(found) for first, found in sizes.items()},
        {name: tuple(found) for name, found in below.items()},
        frozenset(word for line in _table("words.tsv") for word in line[0].split()),
    )


def _regions() -> list[Region]:
    """Return the administrative regions in the order of their codes, 全国 first; those above come before those below."""
    names = {"": NATION.name}
    found = [NATION]
    for code, name in _table("regions.tsv"):
        if code.endswith("0000"):
            level, parent = "省", ""
        elif code.endswith("00"):
            level, parent = "市", code[:2]
        else:
            level, parent = "区县", code[:4] if code[:4] in names else code[:2]
        names[code.removesuffix("00").removesuffix("00")] = name
        found.append(Region(name, level, code, names[parent]))
    return found


def _table(name: str) -> Iterator[list[str]]:
    for line in (_DATA / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def beginning_with(prefix: str) -> list[str]:
    """Return the names of all regions that begin so, sorted; short ones only where they are no common words.

    Examples
    --------
    >>> beginning_with("和田"), beginning_with("和平")
    (['和田', '和田县', '和田地区', '和田市'], ['和平区', '和平县'])
    """
    data = _load()
    # 和平 of two counties is a word; 和田 is a prefecture, and three characters are a name.
    short = {
        name
        for name, found in data.short.items()
        if len(name) > 2 or any(region.level in ("省", "市") for region in found)
    }
    return sorted(name for name in {*data.full, *short} if name.startswith(prefix))


def unique_name(region: Region) -> str:
    """Return the name of a region, behind that of the region above where several bear it.

    Examples
    --------
    >>> unique_name(find("西湖区", "杭州市")), unique_name(find("洛阳市"))
    ('杭州市西湖区', '洛阳市')
    """
    alone = not region.parent or region.name.startswith(region.parent) or _find(region.name, None) is not None
    return region.name if alone else f"{region.parent}{region.name}"


def short_name(region: Region) -> str:
    """Return the name without 省, 市, 自治州 and the peoples in it; 易县 and zones keep theirs whole.

    Examples
    --------
    >>> short_name(Region("广西壮族自治区", "省", "450000", "全国"))
    '广西'
    >>> short_name(Region("东乡族自治县", "区县", "622926", "临夏回族自治州"))
    '东乡'
    """
    name, level, code, _parent = region
    if not code or level == "国家":
        return name
    stem = name[:-1] if name[-1] in _LETTERS else name
    if name.endswith(_ENDINGS):
        stem = name.removesuffix(next(ending for ending in _ENDINGS if name.endswith(ending)))
    if "自治" in name or "族" in name:
        people = _PEOPLES.search(stem, 2)
        stem = (stem[: people.start()] if people else stem).removesuffix("族")
    return stem if len(stem) > 1 else name


def bearers(name: str) -> tuple[Region, ...]:
    """Return every region that has `name` as its full or short name.

    Examples
    --------
    >>> [region.parent for region in bearers("西湖区")]
    ['南昌市', '杭州市']
    """
    data = _load()
    return tuple(sorted({*data.full.get(name, ()), *data.short.get(name, ())}, key=lambda region: region.parent or ""))


def find(name: str, within: str | None = None) -> Region | None:
    """Return the region called `name`, or None if there is none or the name does not tell which.

    Parameters
    ----------
    name
        Full name, or short name without 省, 市, 自治区, 县.
    within
        A region that the one looked for is, or belongs to.

    Examples
    --------
    >>> find("洛阳").name, find("吉林").name
    ('洛阳市', '吉林省')
    >>> find("鼓楼区") is None, find("鼓楼区", within="福州市").code
    (True, '350102')
    """
    found = _find(name, within)
    if found or within is not None:
        return found
    # 杭州市西湖区: the name of the city above tells which of several, and stays part of the name.
    place = leading_place(name)
    return place[0]._replace(name=name) if place and place[1] == len(name) > len(place[0].name) else None


def _find(name: str, within: str | None) -> Region | None:
    data = _load()
    candidates = data.full.get(name, ())
    if not candidates:
        candidates = tuple(
            region
            for region in data.short.get(name, ())
            if within is not None or region.level != "区县" or name not in _load().words
        )
    if within is not None:
        candidates = tuple(region for region in candidates if _is_in(region, within))
    for level in _LEVELS:
        here = [region for region in candidates if region.level == level]
        if here:
            return here[0] if len(here) == 1 else None
    return None


def _is_in(region: Region, within: str) -> bool:
    return any(within in (upper.name, short_name(upper)) for upper in _chain_of(region))


def _chain_of(region: Region) -> tuple[Region, ...]:
    found = [region]
    while found[-1].parent:
        found.append(_load().full[found[-1].parent][0])
    return tuple(found)


def chain(name: str, within: str | None = None) -> tuple[Region, ...]:
    """Return the region called `name` and all above it, 全国 last; empty if the gazetteer does not know it.

    Examples
    --------
    >>> [region.name for region in chain("洛阳市")]
    ['洛阳市', '河南省', '全国']
    """
    region = find(name, within)
    return _chain_of(region) if region else ()


def children(name: str, within: str | None = None) -> tuple[Region, ...]:
    """Return the regions and zones directly below the one called `name`, by code.

    Examples
    --------
    >>> [region.name for region in children("海口市")]
    ['秀英区', '龙华区', '琼山区', '美兰区']
    """
    region = find(name, within)
    return _load().below.get(region.name, ()) if region and region.level != "区县" else ()


def leading_place(text: str, within: str | None = None) -> tuple[Region, int] | None:
    """Return the place that `text` starts with and its length; of places in a row (河南省洛阳市) the last.

    Parameters
    ----------
    text
        A title, a name or a sentence.
    within
        Where the text comes from: tells which 鼓楼区, and allows the short names of its counties.

    Examples
    --------
    >>> region, length = leading_place("河南省洛阳市制造业高质量发展方案")
    >>> region.name, length
    ('洛阳市', 6)
    >>> leading_place("资源循环利用") is None
    True
    """
    found = _place_at(text, 0, within)
    while found:
        further = _place_at(text, found[1], found[0].name, inner=True)
        if not further:
            return found
        found = further
    return None


def places_in(text: str, within: str | None = None) -> list[tuple[Region, int, int]]:
    """Return every place that `text` names, with start and end, in text order.

    Short names count for provinces and prefectures only. A county's name that several bear is
    read by the place right before it, then by `within`; otherwise it is left out.

    Examples
    --------
    >>> [region.name for region, _, _ in places_in("杭州、嘉兴市和德清县")]
    ['杭州市', '嘉兴市', '德清县']
    """
    found: list[tuple[Region, int, int]] = []
    at = 0
    while at < len(text):
        before = found[-1] if found and found[-1][2] == at else None
        place = (before and _place_at(text, at, before[0].name, inner=True)) or _place_at(text, at, within)
        short_county = place and place[0].level == "区县" and text[place[1] - 1] != place[0].name[-1]
        if place and not short_county:
            found.append((place[0], at, place[1]))
            at = place[1]
        else:
            at += 1
    return found


def _place_at(text: str, at: int, within: str | None, *, inner: bool = False) -> tuple[Region, int] | None:
    """Return the longest place at `at` and its end; `inner` ones lie strictly inside `within`, full or prefecture short."""
    if at >= len(text):
        return None
    data = _load()
    for size in data.lengths.get(text[at], ()):
        name = text[at : at + size]
        full = name in data.full
        if len(name) < size or size < 2 or not (full or name in data.short):
            continue
        if text[at + size : at + size + 1] in _NOT_BEFORE.get(name[-1], ()):
            continue
        region = _find(name, within)
        if region is None and not inner and name not in data.words:
            region = _find(name, None)
        if region is None or (inner and (region.name == within or not (full or region.level == "市"))):
            continue
        if within is None and name in data.words:
            continue
        return region, at + size
    return None
