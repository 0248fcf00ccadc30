"""Branches of national bodies: their official names are the national body's with the place's, whatever a plan calls them.

市税务局, 洛阳市税务局 and 国家税务总局洛阳市税务局 are one. 省金融监管局 and 重庆市金融监管局 are
local bodies, while 重庆金融监管局 is the national branch, so those are left alone here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph.agencies.regions import Region, leading_place, short_name
from graph.agencies.word_tables import ranks, texts_of, words_of

__all__ = ["BARE", "HEAD", "Branch", "branch", "is_place"]

_TABLE = Path(__file__).with_name("data") / "branch_names.tsv"
_PLACE = "(?P<place>.{0,20}?)"
_CENTRAL_KIND = f"(?P<kind>{words_of('branches', 'central.kind')}|)"
_EXCHANGE_KIND = words_of("branches", "exchange.kind")
_SUPERVISION = words_of("branches", "supervision")
_FINANCE = "(?:国家)?金融(?:监督管理|监管)总局"

_GRID = f"{words_of('branches', 'grid')}?(?:有限责任|有限)?(?:公司)?"
# The company of the province, before the place: 国网河南省电力公司洛阳供电公司.
_PROVINCE = "(?:(?P<province>.{2,4}?)(?:省|自治区|壮族自治区)?(?:电力|电网)(?:[（(]集团[）)]|集团)?(?:有限责任|有限)?(?:公司)?)?"
#: Firms with a company in each province: 移动, 电信 ….
_NETWORKS = texts_of("branches", "network")


class _Form(NamedTuple):
    """How plans write the branches of one functional line: words of which each name holds one, and patterns of whole names."""

    functional_line: str
    signs: tuple[str, ...]
    patterns: tuple[str, ...]


_FORMS: tuple[_Form, ...] = (
    _Form(
        "税务",
        ("税务局",),
        (f"(?:国家)?(?:税务总局)?{_PLACE}税务局",),
    ),
    _Form(
        "人民银行",
        ("人民银行", "人行", "央行", "中心支行"),
        (
            f"{words_of('branches', 'central')}{_PLACE}{_CENTRAL_KIND}",
            f"{_PLACE}{words_of('branches', 'central.named')}{_CENTRAL_KIND}",
            "(?P<place>.{2,20}?)(?P<kind>中心支行)",
        ),
    ),
    _Form(
        "外汇",
        ("外汇",),
        (
            f"(?:国家)?外汇(?:管理)?局{_PLACE}(?P<kind>{_EXCHANGE_KIND}|)",
            f"(?P<place>.{{1,20}}?)外汇(?:管理)?(?P<kind>局|{_EXCHANGE_KIND})",
        ),
    ),
    _Form(
        "银保监",
        ("银保监", "银行保险"),
        (
            f"{_PLACE}{_SUPERVISION}(?P<kind>局|分局)",
            f"(?:中国)?(?:银保监会|银行保险监督管理委员会){_PLACE}监管(?P<kind>局|分局)",
        ),
    ),
    _Form(
        "证监",
        ("证监", "证券监督"),
        (
            f"(?:中国证监会|中国证券监督管理委员会|证监会){_PLACE}(?:监管|证监)局",
            f"{_PLACE}证监局",
        ),
    ),
    _Form(
        "金融监管",
        ("监管", "金融监督"),
        (
            f"{_FINANCE}{_PLACE}(?:金融)?监管(?P<kind>局|分局|支局)",
            "(?P<place>.{2,20}?)金融(?:监管|监督管理)(?P<kind>局|分局|支局)",
            "(?P<place>.{2,20}?)监管(?P<kind>分局|支局)",
            "(?P<place>.?)金融监管(?P<kind>分局|支局)",
        ),
    ),
    _Form(
        "能源监管",
        ("监管",),
        (
            "(?:国家能源局)(?P<place>.{2,20}?)(?:能源)?监管(?P<kind>局|办公室|办)",
            "(?P<place>.{2,20}?)能源监管(?P<kind>局|办公室|办)",
        ),
    ),
    _Form(
        "供电",
        ("供电",),
        (f"{_GRID}{_PROVINCE}{_PLACE}供电(?:分?公司|局)(?:有限公司)?",),
    ),
    _Form(
        "电力",
        ("电力",),
        (
            f"(?:国网|国家电网)(?:公司)?{_PLACE}电力(?:有限)?(?:公司)?",
            "(?P<place>(?:内蒙古)?自治区|内蒙古)电力(?:[（(]集团[）)]|集团)?(?:有限责任)?(?:公司)?",
            "(?P<place>.{1,20}?)(?<=[省市区])电力(?:有限)?公司",
        ),
    ),
    _Form(
        "电网",
        ("电网",),
        (f"(?:(?:中国)?南方电网|南网)?{_PLACE}电网(?:有限责任|有限)?(?:公司)?",),
    ),
    *(
        _Form(
            f"中国{firm}",
            (firm,),
            (
                f"(?:中国)?{firm}(?:通信)?(?:集团)?(?:股份)?(?:有限)?(?:公司)?{_PLACE}(?:分?公司)",
                f"{_PLACE}(?:中国)?{firm}(?:通信)?(?:集团)?(?:有限)?(?:分?公司)",
            ),
        )
        for firm in _NETWORKS
    ),
    _Form(
        "海关",
        ("海关",),
        (
            f"(?:中华人民共和国)?{_PLACE}海关",
            "海关总署(?P<place>.{2,20}?)(?P<kind>分署)",
        ),
    ),
    _Form(
        "海事",
        ("海事局",),
        (f"(?:中华人民共和国)?{_PLACE}(?<!地方)海事局",),
    ),
    _Form(
        "统计调查",
        ("调查",),
        (
            "(?:国家统计局|统计局)(?P<place>.{1,20}?)调查(?:总)?队",
            "(?P<place>.{1,20}?)调查(?:总)?队",
        ),
    ),
    _Form(
        "武警",
        ("武警", "武装警察"),
        (
            "(?P<place>.{0,20}?)(?:中国人民武装警察部队|武装警察部队|武警部队|武警)(?P<behind>.{0,20}?)(?P<kind>总队|支队|大队|中队)",
        ),
    ),
    _Form(
        "铁路局",
        ("铁路", "局集团"),
        (
            "(?:中国铁路|铁路)(?P<place>[一-鿿]{2,4})局(?:集团)?(?:有限公司|公司)?",
            "(?P<place>[一-鿿]{2,4})(?:铁路局|局集团)(?:集团)?(?:有限公司|公司)?",
        ),
    ),
    _Form(
        "民航",
        ("民航", "民用航空"),
        ("(?:中国)?(?:民航|民用航空)(?P<place>.{2,20}?)(?:安全)?(?:监督管理|监管)局",),
    ),
    _Form(
        "粮食储备",
        ("储备局",),
        ("国家粮食和(?:物资)?储备局(?P<place>.{2,20}?)局",),
    ),
    _Form(
        "矿山安全",
        ("矿山",),
        ("(?:国家)?矿山(?:安全监察|安监)局(?P<place>.{2,20}?)局",),
    ),
)


@cache
def _compiled(form: _Form) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of one form: most runs meet few of them, and forty patterns take long to compile."""
    return tuple(re.compile(f"^{pattern}$") for pattern in form.patterns)


def _forms_of(name: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield functional line and match of each form that `name` has."""
    for form in _FORMS:
        if any(sign in name for sign in form.signs):
            for pattern in _compiled(form):
                found = pattern.match(name)
                if found:
                    yield form.functional_line, found


#: The national body's own name before the place: 国家税务总局|云泽市税务局.
HEAD = re.compile(rf"^{words_of('branches', 'head')}(?=.)")
#: Names without a place that mean the plan's own branch, not the national body.
BARE = frozenset(texts_of("branches", "bare"))
_LOCAL = texts_of("branches", "local")
_REGIONAL = frozenset(texts_of("branches", "regional"))
_OTHER_GRIDS = frozenset(texts_of("branches", "other_grid"))
_SOUTHERN = frozenset(texts_of("branches", "southern"))
#: Seats of the railway groups (中国国家铁路集团有限公司, 所属企业): 青藏's carries no city.
_RAILWAYS = frozenset(texts_of("branches", "railway"))


@cache
def _names() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return by functional line the official name and the other names, with places to fill in."""
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {line: (official, () if others == "-" else tuple(others.split())) for line, official, others in rows}


#: Units of a tax bureau under its own name: 市税务局第一税务分局, 县税务局稽查局.
_TAX_UNIT = re.compile(
    "^(?P<parent>.*?税务局)(?P<unit>(?:第?[一二三四五六七八九十]{1,3})?(?:税务分局|税务所|稽查局)|[一-鿿]{2,6}税务(?:分局|所))$"
)


class Branch(NamedTuple):
    """A branch: official name, functional line, other names."""

    official: str
    functional_line: str
    aliases: tuple[str, ...] = ()


def branch(name: str, here: Region, province: str) -> Branch | None:
    """Return the branch that `name` means in region `here`, or None if it means none.

    Parameters
    ----------
    name
        A name, with the place, with a level word that means `here`, or without either.
    here
        The region of the body.
    province
        Short name of its province.

    Examples
    --------
    >>> from graph.agencies.regions import find
    >>> branch("市税务局", find("洛阳市"), "河南").official
    '国家税务总局洛阳市税务局'
    >>> branch("省金融监管局", find("浙江省"), "浙江") is None
    True
    """
    unit = _TAX_UNIT.match(name)
    parent = branch(unit["parent"], here, province) if unit else None
    if unit and parent:
        return Branch(parent.official + unit["unit"], parent.functional_line)
    for functional_line, found in _forms_of(name):
        groups = found.groupdict()
        place = found["place"] or groups.get("behind") or ""
        if not is_place(place, here) or (found["place"] and groups.get("behind")):
            continue
        if groups.get("province") not in (None, province):
            continue
        local = place in ranks() or place.endswith(_LOCAL)
        kind = groups.get("kind") or ""
        if functional_line == "金融监管" and kind == "局" and local and not name.startswith(("国家", "金融")):
            return None
        if (
            functional_line == "海关"
            and here.level == "省"
            and (not place or place in ranks())
            and not here.name.endswith("市")
        ):
            return None  # a province has several
        official = _official(functional_line, kind, here, province, place)
        return Branch(official, functional_line, _other_names(functional_line, here)) if official else None
    return None


def is_place(place: str, here: Region) -> bool:
    """Return whether `place` is nothing, a level word, or the whole of a place's name."""
    if not place or place in ranks() or place in (here.name, here.name.removesuffix("市")):
        return True
    if place == short_name(here):
        return True
    found = leading_place(place, here.parent)
    return found is not None and found[1] == len(place) and found[0].code == here.code


def _official(functional_line: str, kind: str, here: Region, province: str, place: str) -> str | None:
    short = short_name(here)
    own_grid = province in _OTHER_GRIDS
    if functional_line == "人民银行":
        kind = {"": "分行" if here.level == "省" else "中心支行", "营管部": "营业管理部"}.get(kind, kind)
        return f"中国人民银行{here.name if kind == '分行' and here.name not in _REGIONAL else short}{kind}"
    if functional_line == "外汇":
        return f"国家外汇管理局{here.name}{kind if kind.endswith('支局') else '分局'}"
    if functional_line.startswith("中国"):  # 中国移动洛阳分公司, 中国移动河南公司
        kind = "公司" if here.level == "省" else "分公司"
    if functional_line == "供电":
        return f"{short}供电局" if own_grid else _filled(functional_line, here)
    if functional_line == "电力" and here.name == "内蒙古自治区":
        return "内蒙古电力（集团）有限责任公司"
    if functional_line == "电力":
        return None if own_grid or here.level != "省" else f"国网{here.name}电力公司"
    if functional_line == "电网":  # the companies of 南方电网, one a province
        return f"{short}电网有限责任公司" if here.level == "省" and short in _SOUTHERN else None
    if functional_line == "铁路局":
        return f"中国铁路{short}局集团有限公司" if here.name in _RAILWAYS and place not in ranks() else None
    if functional_line == "海关" and kind:
        return f"海关总署{short}分署"
    if functional_line == "统计调查":
        kind = "总" if here.level == "省" else ""
    return _filled(functional_line, here, {"办": "办公室"}.get(kind, kind))


def _filled(functional_line: str, here: Region, kind: str = "") -> str:
    return _names()[functional_line][0].format(full=here.name, short=short_name(here), kind=kind)


def _other_names(functional_line: str, here: Region) -> tuple[str, ...]:
    """Return what plans call the branch where its official name would be too long."""
    others = _names().get(functional_line, ("", ()))[1]
    return tuple(name.format(full=here.name, short=short_name(here)) for name in others)
