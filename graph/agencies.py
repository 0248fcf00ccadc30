"""Which region a body belongs to, and what its name resolves to there.

A level word means the plan's own: 市 in a plan of a prefecture is that prefecture, in
one of its counties the city above, in one of Chongqing the municipality. A name that
carries its own place ignores the plan's region (国家税务总局洛阳市税务局), and so do the
branches of national bodies, which take their official names here because only the
region gives the place: 市税务局 of 洛阳市 is 国家税务总局洛阳市税务局.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.agency_words import national
from graph.identity import make_id
from graph.names import aliases, canonical, is_collective, kind, line, lookup, restores_level, split_level
from graph.regions import Region, chain, find, leading_place, places_in, short_name

__all__ = ["Agency", "agency_level", "agency_region", "resolve"]

_PROVINCE = frozenset(["省", "省级", "省直", "自治区", "省市"])
_CITY = frozenset(["市", "市级", "市直", "州", "州级", "州直", "盟", "盟级", "自治州", "市县"])
_COUNTY = frozenset(["县", "县级", "县直", "区", "区级", "区直", "旗", "旗级", "自治县", "自治旗", "县乡"])
_TOWN = frozenset(["乡", "镇", "乡镇", "乡级", "镇级", "乡镇级", "村", "村级"])
_NATION = frozenset(["国家", "全国", "中央"])

_YOUTH = re.compile("^(?:共青团|团)(?=.{1,3}委)")

_BRANCHES = (
    ("税务", re.compile("^(?:国家税务总局)?(.{0,20}?)税务局()$"), "国家税务总局{full}税务局"),
    (
        "人民银行",
        re.compile("^(?:(?:中国)?人民银行|人行)(.{0,20}?)(中心支行|分行|支行|营业管理部|)$"),
        "中国人民银行{short}{kind}",
    ),
    ("人民银行", re.compile("^(.{1,3}?)(?:人民银行|人行)()$"), "中国人民银行{short}{kind}"),
    (
        "银保监",
        re.compile("^(.{0,20}?)(?:银保监|银行保险监督管理)(局|分局)$"),
        "中国银行保险监督管理委员会{short}监管{kind}",
    ),
    (
        "银保监",
        re.compile("^中国(?:银保监会|银行保险监督管理委员会)(.{1,20}?)监管(局|分局)$"),
        "中国银行保险监督管理委员会{short}监管{kind}",
    ),
    (
        "证监",
        re.compile("^(?:中国证监会|中国证券监督管理委员会)?(.{0,20}?)证监局()$"),
        "中国证券监督管理委员会{short}监管局",
    ),
    (
        "金融监管",
        re.compile("^(?:国家金融监督管理总局)?(.{2,20}?)(?:金融)?监管(局|分局)$"),
        "国家金融监督管理总局{short}监管{kind}",
    ),
    ("供电", re.compile("^(?:国网|国家电网)?(.{0,20}?)供电(?:分?公司|局)()$"), "国网{short}供电公司"),
    ("海关", re.compile("^(?:中华人民共和国)?(.{2,20}?)海关()$"), "中华人民共和国{short}海关"),
)

#: What a national plan leaves off: 国家能源局, 中国气象局, 国务院国资委.
_STATE = ("", "国家", "中国", "国务院", "全国", "中央")

# Zones that each city has one of: the place may be left off, and the owner is the zone's 管委会.
_ZONES = {
    "经开区": "经济技术开发区",
    "高新区": "高新技术产业开发区",
    "综保区": "综合保税区",
    "自贸区": "自由贸易试验区",
}
_ZONE = re.compile(
    "^市?(经开区|高新区|经济技术开发区|高新技术产业开发区|经济开发区|综保区|综合保税区|保税区|保税港区|自贸区|自由贸易试验区)"
    "(?:管委会|管理委员会)?$"
)

# Bodies of the whole region: their official names carry the region itself.
_TERRITORIAL = (
    (re.compile("^(?:省|市|县|区|州|盟|旗|自治区)(?:人民)?政府$"), "{region}人民政府"),
    (re.compile("^(?:省|市|县|区|州|盟|旗|自治区)(?:党)?委(?:员会)?$"), "中共{region}委员会"),
    (re.compile("^(?:共青团|团)(?:省|市|县|区|州|盟|旗|自治区)委(?:员会)?$"), "共青团{region}委员会"),
)


@dataclass(frozen=True)
class Agency:
    """What a name resolves to in a region; equal `id` means one body, equal `line` means counterparts."""

    name: str
    region: str
    id: str
    canonical: str
    level: str
    kind: str
    line: str | None
    basis: str
    aliases: tuple[str, ...]


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
    return _region_and_reason(name, plan_region, plan_level)[0]


def _region_and_reason(name: str, plan_region: str, plan_level: str | None) -> tuple[str, str]:
    if is_collective(name):
        return plan_region, "群体，随方案地区"
    place = _own_place(name, plan_region)
    if place:
        return place.name, f"名称自带地名{short_name(place)}"
    level = split_level(_YOUTH.sub("", name))[0]
    known = lookup(name)
    if level in _NATION or (known and known[0] == "国家"):
        return "全国", "国家机关"
    upward = _chain(plan_region, plan_level)
    if level in _TOWN or not level:
        return plan_region, "无级别词，随方案地区"
    wanted = "省" if level in _PROVINCE else "市" if level in _CITY else "区县"
    for region in upward:
        if region.level == wanted or (level.startswith("市") and region.name.endswith("市")):
            return region.name, f"级别词{level}，在{plan_region}方案中指{region.name}"
    return plan_region, f"级别词{level}，地名表不能确定，随方案地区"


def _chain(region: str, level: str | None) -> tuple[Region, ...]:
    return chain(region) or ((Region(region, level, "", None),) if level else ())


def _own_place(name: str, plan_region: str | None) -> Region | None:
    """Return the place that a name carries itself; behind a level word only a branch's place counts."""
    if lookup(name):  # 台湾 in 委台湾工作办公室 is no place of its own
        return None
    leading = leading_place(name, plan_region)
    if leading:
        return leading[0]
    level = split_level(name)[0]
    if level and level != "国家":
        return None
    found = places_in(name, plan_region)
    return found[-1][0] if found else None


def agency_level(name: str, region: str) -> str:
    """Return 国家, 省, 市, 区县 or 乡镇: the level of a body that belongs to `region`.

    Examples
    --------
    >>> agency_level("市财政局", "重庆市"), agency_level("县财政局", "象州县"), agency_level("乡镇人民政府", "象州县")
    ('省', '区县', '乡镇')
    """
    level = split_level(name)[0]
    if level in _TOWN:
        return "乡镇"
    found = find(region)
    if found:
        return found.level
    by_word = {"国家": _NATION, "省": _PROVINCE, "市": _CITY, "区县": _COUNTY}
    return next((rank for rank, words in by_word.items() if level in words), "市" if region.endswith("市") else "区县")


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
    """
    region, reason = _region_and_reason(name, plan_region, plan_level)
    official, branch = _official(name, region, plan_region)
    spelled = {*aliases(name), *aliases(official), official, name}
    known_line = branch or line(official) or line(name)
    if official != name:
        reason += f"；{name} 即 {official}"
    return Agency(
        name=name,
        region=region,
        id=make_id("Agency", region, official),
        canonical=official,
        level=agency_level(name, region),
        kind=kind(name),
        line=known_line,
        basis=reason,
        aliases=tuple(sorted(spelled)),
    )


def _official(name: str, region: str, plan_region: str) -> tuple[str, str | None]:
    """Return the official name in its region and, for a branch of a national body, its line."""
    if is_collective(name):
        return name, None
    if region == "全国":
        stem = split_level(name)[1]
        found = next((body for prefix in _STATE if (body := national(prefix + name) or national(prefix + stem))), None)
        return (found.official if found else canonical(name)), None
    here = find(region, plan_region) or find(region)
    branch = _branch(name, here)
    if branch or here is None:
        return branch or (canonical(name), None)
    zone = _ZONE.match(name.removeprefix(short_name(here)))
    if zone:
        return f"{short_name(here)}{_ZONES.get(zone.group(1), zone.group(1))}管理委员会", None
    for pattern, template in _TERRITORIAL:
        if pattern.match(name):
            return template.format(region=here.name), None
    leading = leading_place(name, plan_region)
    if leading is None:
        bare = not split_level(name)[0] and restores_level(name, plan_region)
        return canonical((_level_word(here) if bare else "") + name), None
    place, size = leading
    rest = name[size:]
    if not place.code:
        return canonical(place.name + (rest or "管委会")), None
    if rest in ("", "政府", "人民政府"):
        return place.name + "人民政府", None
    if rest in ("委", "委员会", "市委", "县委", "区委"):
        return f"中共{place.name}委员会", None
    written_in_full = name[:size].endswith(place.name)
    return canonical(_level_word(place) + rest if written_in_full else name), None


def _level_word(region: Region) -> str:
    if not region.code:
        return region.name
    endings = ("自治区", "自治州", "自治县", "自治旗", "特别行政区", "地区")
    word = next((ending for ending in endings if region.name.endswith(ending)), region.name[-1])
    return {"自治州": "州", "自治县": "县", "自治旗": "旗"}.get(word, word)


def _branch(name: str, here: Region | None) -> tuple[str, str] | None:
    """Return official name and line if `name` is the branch of a national body in region `here`."""
    if here is None:
        return None
    for key, pattern, template in _BRANCHES:
        found = pattern.match(name)
        if not found:
            continue
        place, kind_word = found.group(1), found.group(2)
        level = not place or place in _PROVINCE | _CITY | _COUNTY
        if not level and _own_place(place, here.name) is None:
            continue
        local = level or place.endswith(("省", "市", "自治区"))
        if key == "金融监管" and local and not name.startswith("国家"):
            continue  # 省金融监管局 and 重庆市金融监管局 are local bodies
        if key == "人民银行" and not kind_word:
            kind_word = "分行" if here.level == "省" else "中心支行"
        return template.format(full=here.name, short=short_name(here), kind=kind_word), key
    return None
