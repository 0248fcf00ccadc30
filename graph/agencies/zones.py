"""The committees of zones that every place may have one of, by short and by full name, with the place and without.

高新区管委会, 市高新区管委会 and 洛阳高新技术产业开发区管理委员会 are one in 洛阳市's plan. A zone with a name
of its own (伊滨区) is left as it is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from graph.agencies.regions import Region, short_name
from graph.agencies.word_tables import texts_of, words_of

__all__ = ["of_named_zone", "zone_body", "zone_committee", "zone_office"]

_TABLE = Path(__file__).with_name("data") / "zones.tsv"

# What plans write, and what a zone is called in full; the longer spelling first where one begins with another.
_KINDS: tuple[tuple[str, str], ...] = (
    (words_of("parts", "zone_high_tech"), "高新技术产业开发区"),
    ("经开区|经济技术开发区", "经济技术开发区"),
    ("综保区|综合保税区", "综合保税区"),
    ("城乡一体化示范区", "城乡一体化示范区"),
    ("风景区|风景名胜区", "风景名胜区"),
    *((name, name) for name in texts_of("parts", "zone_kind")),
)
_COMMITTEE = "(?:管委会?|管理委员会)?$"
_FREE_TRADE = "自(?:由)?贸(?:易)?(?:试验)?区"


@cache
def _zone() -> re.Pattern[str]:
    """Return the pattern of all kinds of zones; the number of its group is the number of the kind."""
    level = words_of("levels", "ending")
    kinds = "|".join(f"({short})" for short, _full in _KINDS)
    return re.compile(f"^{level}?(?:国家级?|省级)?(?:{kinds}){_COMMITTEE}")


def _kind(name: str) -> str | None:
    """Return the kind of zone in full that `name` is, with its committee or without."""
    found = _zone().match(name) if "区" in name else None
    return _KINDS[found.lastindex - 1][1] if found and found.lastindex else None


@cache
def _free_trade() -> re.Pattern[str]:
    level = words_of("levels", "ending")
    place = f"(?:中国)?[（(]?(?P<before>[一-鿿]{{0,8}}?){level}?[）)]?"
    return re.compile(f"^{place}{_FREE_TRADE}(?:(?P<area>[一-鿿]{{2,8}})片区)?{_COMMITTEE}")


def zone_committee(name: str, here: Region, province: str) -> str | None:
    """Return the official name of the committee of a zone of `here`, or None if `name` is no such zone.

    Parameters
    ----------
    name
        A name with the place, a level word, or neither.
    here
        The region of the zone.
    province
        Short name of its province.

    Examples
    --------
    >>> from graph.agencies.regions import find
    >>> zone_committee("高新区管委会", find("洛阳市"), "河南"), zone_committee("伊滨区管委会", find("洛阳市"), "河南")
    ('洛阳高新技术产业开发区管理委员会', None)
    >>> zone_committee("自贸区洛阳片区管委会", find("洛阳市"), "河南")
    '中国（河南）自由贸易试验区洛阳片区管理委员会'
    """
    short = short_name(here)
    trade = _free_trade().match(name) if "贸" in name else None
    if trade:
        area = trade["area"] or ""
        if here.level == "省" and not area and trade["before"] in ("", short):
            return f"中国（{short}）自由贸易试验区管理委员会"
        ours = area in (short, here.name) and trade["before"] in ("", province)
        if here.level == "市" and (ours or (not area and trade["before"] in ("", short))):
            return f"中国（{province}）自由贸易试验区{short}片区管理委员会"
        return None
    full = _full(name, here)
    return f"{full}管理委员会" if full else None


def _full(name: str, here: Region) -> str | None:
    """Return the full name of the zone that `name`, with its committee or without, is."""
    short = short_name(here)
    rest = name.removeprefix(here.name).removeprefix(short)
    full = _kind(rest)
    return f"{short}{full}" if full else None


def zone_body(name: str, here: Region, official: Callable[[str], str | None]) -> tuple[str, str] | None:
    """Return the official name of a body that a zone of `here` has, and its part behind the zone, or None.

    Parameters
    ----------
    name
        A name: 高新区税务局, 市高新区财政局, 国家税务总局洛阳高新区税务局.
    here
        The region of the zone.
    official
        Gives the official name of a body without its level, or None.

    Examples
    --------
    >>> from graph.agencies.regions import find
    >>> zone_body("高新区税务局", find("洛阳市"), lambda body: body)
    ('国家税务总局洛阳高新技术产业开发区税务局', '税务局')
    """
    head = "国家税务总局" if name.endswith("税务局") else ""
    plain = name.removeprefix("国家").removeprefix("税务总局") if head else name
    at = plain.find("区", 1)
    while 0 < at < len(plain) - 2:
        full = _full(plain[: at + 1], here)
        body = official(plain[at + 1 :]) if full else None
        if full and body:
            return f"{head}{full}{body}", body
        at = plain.find("区", at + 1)
    return None


#: What the offices of a city's bureaus in its zones are called: 市公安局高新分局.
_OFFICES = {"高新技术产业开发区": "高新", "经济技术开发区": "经开"}


def zone_office(name: str) -> str | None:
    """Return how the name of a bureau's office says a zone, or None if `name` is no zone with such offices.

    Examples
    --------
    >>> zone_office("高新区"), zone_office("高新"), zone_office("新区")
    ('高新', '高新', None)
    """
    full = _kind(name)
    return _OFFICES.get(full or "") or (name if name in _OFFICES.values() else None)


@cache
def _named() -> tuple[tuple[str, str, str], ...]:
    """Return other names of zones with a name of their own: the name, where it holds ("" everywhere), the official name."""
    found = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            official, _level, _above, *others = line.split("\t")
            for other in " ".join(others).split():
                alias, _at, place = other.partition("@")
                found.append((alias, place, official))
    return tuple(sorted(found, key=lambda row: -len(row[0])))


def of_named_zone(name: str, upward: tuple[Region, ...]) -> str:
    """Return a name that begins with another name of a zone as the official name begins: 郑州航空港区 is 郑州航空港经济综合实验区.

    Parameters
    ----------
    name
        A name as a plan writes it.
    upward
        The plan's region and those above it.

    Examples
    --------
    >>> of_named_zone("郑州航空港区管委会", ())
    '郑州航空港经济综合实验区管委会'
    """
    within = {region.name for region in upward if region.level == "市"} | {region.name for region in upward[:1]}
    for alias, place, official in _named():
        if name.startswith(alias) and not name.startswith(official) and (not place or place in within):
            return official + name[len(alias) :]
    return name
