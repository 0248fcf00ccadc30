"""Which region a body belongs to, and what its name resolves to there.

A level word means the plan's own (`graph.agencies.levels`). A name that carries its own place
ignores the plan's region (国家税务总局洛阳市税务局), and so do the branches of national
bodies (`graph.agencies.branches`), which take their official names here because only the region
gives the place. A name whose level word means nothing in the plan (市发改委 in a national
one) keeps it and is a body of its own: it is nobody we could name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from graph.agencies.bodies import national
from graph.agencies.branches import BARE, HEAD, branch
from graph.agencies.committees import committee_of
from graph.agencies.districts import of_district
from graph.agencies.firms import firm, firm_branch
from graph.agencies.levels import level_word, region_above, regions_of
from graph.agencies.lexicon import EMPTY, Entry, Lexicon, active
from graph.agencies.name_patterns import generic_firm
from graph.agencies.names import (
    aliases,
    canonical,
    functional_line,
    is_collective,
    kind,
    lookup,
    restores_level,
    split_level,
    township,
)
from graph.agencies.regions import NATION, Region, chain, find, leading_place, places_in, short_name, unique_name
from graph.agencies.territorial import government, territorial_body
from graph.agencies.word_tables import ranks, texts_of, words_of
from graph.agencies.zones import of_named_zone, zone_body, zone_committee
from graph.model.identity import make_id

__all__ = ["Agency", "agency_region", "resolve"]

#: What a national plan leaves off: 国家能源局, 中国气象局, 国务院国资委.
_STATE = ("", *texts_of("parts", "state"))

#: What a zone is called in its own plans: 新区管委会, 示范区财政局.
_SELF = re.compile(f"^{words_of('parts', 'itself')}")

_CORPS = "新疆生产建设兵团"
_DIVISION = re.compile("^(?:新疆生产建设)?(?:兵团)?第?(?P<number>[一二三四五六七八九十]{1,3})师(?:[一-鿿]{2,5}市)?$")
_BRACKET = re.compile("^(?P<head>[^（）()]{2,})[（(][^（）()]{2,}[）)]$")
#: Names whose last place is the body's own: 河南移动洛阳分公司, 自贸区洛阳片区.
_OF_BRANCH = re.compile(f"{words_of('parts', 'branch_end')}$")
_OF_ZONE = re.compile("区(?:管委会|管理委员会)?$")
_OFFICE = re.compile("(?:人民政府|委)办公室$")
#: 市直工委, 市委市直机关工委, 市直属机关工委, 省委直属机关工作委员会: the committee for the organs of one level, said once or twice.
_ORGANS = re.compile(
    "(?P<level>自治区|兵团|[省市县区州盟旗])(?:党?委)?(?:(?:[省市县区州盟旗]?直|直属)机关|[省市县区州盟旗]?直)工(?:作)?委(?:员会)?$"
)


@dataclass(frozen=True)
class Agency:
    """What a name resolves to in a region; equal `id` means one body, equal `functional_line` means counterparts."""

    name: str
    region: str
    id: str
    canonical: str
    level: str
    kind: str
    functional_line: str | None
    basis: str
    aliases: tuple[str, ...]


class _Home(NamedTuple):
    """The region of a body: its name, the gazetteer's entry if the body is surely there, and why."""

    name: str
    region: Region | None
    reason: str


def agency_region(name: str, plan_region: str, plan_level: str | None = None) -> str:
    """Return the region that a body named in a plan belongs to.

    Parameters
    ----------
    name
        The full in-plan name.
    plan_region
        Region of the plan; 全国 for a national one.
    plan_level
        Level of the plan (国家, 省, 市, 区县), for a region that the gazetteer does not know.

    Examples
    --------
    >>> agency_region("省财政厅", "安庆市"), agency_region("南昌海关", "江西省"), agency_region("市财政局", "象州县")
    ('安徽省', '南昌市', '来宾市')
    """
    return _home(name, plan_region, regions_of(plan_region, plan_level)).name


def _home(name: str, plan_region: str, upward: tuple[Region, ...]) -> _Home:
    own = upward[0] if upward else None
    if name in ("兵团", "生产建设兵团") or _DIVISION.match(name):
        return _at(find(_CORPS), "新疆生产建设兵团或其师")
    if is_collective(name):
        return _at(own, "群体，随方案地区", plan_region)
    place = _own_place(name, _within(upward, plan_region))
    if place:
        return _at(place, f"名称自带地名{short_name(place)}")
    if own and not own.code and HEAD.sub("", name).startswith(own.name):
        return _at(own, f"名称自带地名{own.name}")
    if name in BARE and plan_region != "全国":
        return _at(own, "未带地名，为方案地区的派出机构", plan_region)
    committee = committee_of(name)
    level = split_level(committee.place + "委" if committee and committee.place else name)[0]
    known = lookup(name)
    if ranks().get(level) == "国家" or (known and known[0] == "国家") or (committee and committee.national):
        return _at(NATION, "国家机关")
    if not level:
        return _at(own, "无级别词，随方案地区", plan_region)
    region = region_above(level, upward)
    if region:
        return _at(region, f"级别词{level}，在{plan_region}方案中指{region.name}")
    return _at(None, f"级别词{level}在{plan_region}方案中没有对应的地区，不能确定是哪一个", plan_region)


def _at(region: Region | None, reason: str, name: str = "") -> _Home:
    """Return a home: several cities have a 西湖区, so the home's name says whose, and official names do not."""
    if region is None:
        return _Home(name, None, reason)
    if region.parent and region.name != region.parent:
        region = region._replace(name=region.name.removeprefix(region.parent))
    return _Home(unique_name(region), region, reason)


def _within(upward: tuple[Region, ...], plan_region: str) -> str:
    """Return where places are looked for: 杭州市西湖区 is no name of the gazetteer, 杭州市 is."""
    own = upward[0] if upward else None
    return own.parent if own and own.parent and own.name.startswith(own.parent) else plan_region


def _own_place(name: str, within: str) -> Region | None:
    """Return the place that a name carries itself; behind a level word only a branch's place counts."""
    if lookup(name):  # 台湾 in 委台湾工作办公室 is no place of its own
        return None
    committee = committee_of(name)
    leading = leading_place(committee.place if committee else HEAD.sub("", name), within)
    if leading and _OF_BRANCH.search(name):
        last = places_in(name, within)
        leading = (last[-1][0], last[-1][2]) if last else leading
    if leading and _OF_ZONE.search(name) and _elsewhere(leading[0], name, within):
        leading = None
    if township(name):  # 朝阳镇 has its own name, and is no town of 朝阳市
        return leading[0] if leading and name.startswith(leading[0].name) else None
    if leading:
        return leading[0]
    level = split_level(name)[0]
    if (level and level != "国家") or committee:
        return None
    found = places_in(name, within)
    return found[-1][0] if found else None


def _elsewhere(place: Region, name: str, within: str) -> bool:
    """Return whether a zone's name only begins like the short name of a county elsewhere: 龙门 in 龙门风景名胜区."""
    return place.level == "区县" and not name.startswith(place.name) and find(place.name, within) != place


def _level(name: str, home: _Home) -> str:
    """Return 国家, 省, 市, 区县 or 乡镇: the rank of the home, or of the level word where the plan has no such region."""
    rank = ranks().get(split_level(name)[0])
    if rank == "乡镇" or township(name):
        return "乡镇"
    if home.region is not None:
        return home.region.level
    return rank or ("市" if home.name.endswith("市") else "区县")


def resolve(name: str, plan_region: str, plan_level: str | None = None) -> Agency:
    """Return what `name` means in a plan of `plan_region`, and why.

    Parameters
    ----------
    name
        A name as written or as restored; without a level word it takes the plan's.
    plan_region
        Region of the plan.
    plan_level
        Level of the plan, for a region that the gazetteer does not know.

    Examples
    --------
    >>> resolve("工信局", "洛阳市").canonical
    '市工业和信息化局'
    >>> resolve("市税务局", "洛阳市").id == resolve("国家税务总局洛阳市税务局", "郑州市").id
    True
    >>> resolve("市发改委", "全国").canonical, resolve("市发改委", "全国").level
    ('市发展和改革委员会', '市')
    """
    return _resolve(name, plan_region, plan_level, active())


@lru_cache(maxsize=65536)
def _resolve(name: str, plan_region: str, plan_level: str | None, lexicon: Lexicon) -> Agency:
    upward = regions_of(plan_region, plan_level)
    plan_region = upward[0].name if upward else plan_region
    said = of_district(of_named_zone(_tidy(name), upward), upward)
    entry = _entry(said, [region.name for region in upward] or [plan_region], lexicon)
    if entry and entry.means:
        found = _resolve(entry.means, plan_region, plan_level, EMPTY)
        spelled = tuple(sorted({*found.aliases, name, *entry.spellings}))
        return replace(
            found, name=name, basis=f"{entry.where}：{said} 即 {entry.means}；{found.basis}", aliases=spelled
        )
    home = _home(entry.name if entry else said, plan_region, upward)
    if entry:
        return _listed(name, entry, home)
    official, branch_line, spelled = _official(said, home, _within(upward, plan_region))
    reason = home.reason + (f"；{name} 即 {official}" if official != name else "")
    return Agency(
        name=name,
        region=home.name,
        id=make_id("Agency", home.name, official),
        canonical=official,
        level=_level(said, home),
        kind=kind(official),
        functional_line=branch_line or functional_line(official),
        basis=reason,
        aliases=tuple(sorted({*aliases(said), *aliases(official), *spelled, official, name})),
    )


def _entry(said: str, regions: list[str], lexicon: Lexicon) -> Entry | None:
    """Return the lexicon's entry for a name; one without a level word serves every level (改革办, 市改革办)."""
    entry = lexicon.agency(said, regions)
    level, rest = split_level(said)
    if entry or not level:
        return entry
    entry = lexicon.agency(rest, regions)
    if entry is None or split_level(entry.name)[0]:
        return None
    spelled = tuple(level + word for word in entry.spellings)
    if entry.means is None:
        return replace(entry, name=level + entry.name, spellings=spelled)
    own = split_level(entry.means)[0]
    if own not in ("", level):
        return None
    return replace(entry, spellings=spelled, means=entry.means if own else level + entry.means)


def _listed(name: str, entry: Entry, home: _Home) -> Agency:
    """Return the agency that a user's lexicon declares."""
    return Agency(
        name=name,
        region=home.name,
        id=make_id("Agency", home.name, entry.name),
        canonical=entry.name,
        level=_level(entry.name, home),
        kind=entry.kind or kind(entry.name),
        functional_line=entry.functional_line or functional_line(entry.name),
        basis=f"{entry.where}：机构 {entry.name}；{home.reason}",
        aliases=tuple(sorted({name, *entry.spellings})),
    )


def _tidy(name: str) -> str:
    """Return `name` without blanks, without 中共 and without a second name in brackets."""
    name = "".join(name.split())
    if name.startswith("中共") and not name.startswith("中共中央"):
        name = name.removeprefix("中共")
    organs = _ORGANS.search(name)
    if organs:
        name = f"{name[: organs.start()]}{organs['level']}直属机关工作委员会"
    if name == "盟委":  # the one level word that does not stand before 委
        return "盟委员会"
    double = _BRACKET.match(name)
    return double["head"] if double and not is_collective(name) and lookup(double["head"]) else name


def _official(name: str, home: _Home, within: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Return the official name in its region and, for a branch of a national body, its functional line and what it is called."""
    here = home.region
    if is_collective(name) or here is None:
        return (name if is_collective(name) else canonical(name)), None, ()
    committee = committee_of(name)
    if committee:
        return committee.official(here.name), committee.functional_line, ()
    if here.name == "全国":
        return _national(name) or _national(canonical(name)) or firm(name) or canonical(name), None, ()
    upward = chain(home.name) or (here,)
    province = next((short_name(r) for r in upward if r.level == "省"), "")
    itself = _SELF.match(name)  # 新区发改委 is the plan's own in 浦东新区
    of_zone = zone_body(name, here, _without_level) if not (itself and here.name.endswith(itself[0])) else None
    if of_zone:
        return of_zone[0], functional_line(of_zone[1]), ()
    outpost = branch(name, here, province) or firm_branch(name, here, province)
    if outpost:
        return outpost.official, outpost.functional_line, outpost.aliases
    official = _local(name, here, within, province)
    return official, functional_line(official.removeprefix(here.name)), ()


def _without_level(name: str) -> str | None:
    """Return the official name of a body without level word, or None if the table does not know it."""
    known = lookup(name)
    return known[1].official if known and not known[0] else None


def _national(name: str) -> str | None:
    stem = split_level(name)[1]
    found = next((body for prefix in _STATE if (body := national(prefix + name) or national(prefix + stem))), None)
    return found.official if found else None


def _local(name: str, here: Region, within: str, province: str) -> str:
    """Return the official name of a local body of `here`."""
    word = level_word(here)
    division = _DIVISION.match(name)
    if division:
        return f"兵团第{division['number']}师"
    if name in ("兵团", "生产建设兵团"):
        return _CORPS
    town = township(name.removeprefix(here.name))
    if town:
        return town
    itself = _SELF.match(name)
    if itself and here.name.endswith(itself[0]):
        name = here.name + name[itself.end() :]
    zone = zone_committee(name, here, province) if here.code or not find(here.name) else None
    if zone:
        return zone
    territorial = territorial_body(name, here)
    if territorial:
        return territorial
    leading = None if lookup(name) else leading_place(name, within)  # 台湾事务办公室 has no place
    size = leading[1] if leading else len(here.name) if not here.code and name.startswith(here.name) else 0
    level, rest = split_level(name)
    if size:
        rest = name[size:]
        inner, behind = split_level(rest + "…")
        if not name[:size].endswith(word) and region_above(inner, (here,)) == here:
            rest = behind.removesuffix("…")  # 伊犁州 is 伊犁哈萨克自治州, 喀什地委 the committee of 喀什地区
        territorial = territorial_body(rest, here) if rest else government(here)
        if territorial:
            return territorial
        in_full = (
            name[:size].endswith((here.name, word)) or lookup(rest) is not None or bool(generic_firm().search(rest))
        )
        return _by_rank(_joined(word, rest) if in_full else canonical(name), here)
    if ranks().get(level) == "国家":
        return canonical(name)  # a branch that no form knows keeps the national body's name
    if level:
        # 自治州 is written 州, and 区 of an autonomous region 自治区: one body, whichever the plan uses.
        return _by_rank(_joined(level if level.endswith(("级", "直")) else word, rest), here)
    # 政局 is no 市政局: with the level word it would be another name.
    restores = restores_level(name, within) and (word not in ranks() or split_level(word + name)[0] != "")
    return _by_rank(_joined(word, name) if restores else canonical(name), here)


def _joined(word: str, rest: str) -> str:
    """Return the official name behind a level word, or behind the whole name of a zone."""
    return canonical(word + rest) if word in ranks() else word + canonical(rest)


def _by_rank(official: str, here: Region) -> str:
    """Return a court's name by the rank of its region, and 办公厅 where a province says 办公室."""
    court = split_level(official)[1] in ("人民法院", "中级人民法院", "高级人民法院")
    if court:
        title = {"省": "高级人民法院", "市": "中级人民法院"}.get(here.level, "人民法院")
        return split_level(official)[0] + title
    if here.level == "省" and _OFFICE.search(official):
        return official.removesuffix("办公室") + "办公厅"
    if official.endswith("总队") and here.name.endswith(("省", "自治区")):
        return official.replace("公安局", "公安厅")
    return official
