"""A list of units becomes names: split, its open end noticed, level words and shared endings restored.

The 、 inside 各县（市、区） or 各市、县、区政府 separates nothing, 和 separates only
between whole names (财政局和税务局, never 工业和信息化局), and what a list writes once
(市发展改革委、财政局; 杭州市、宁波市人民政府) holds for its other members.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from graph.agencies.lexicon import active
from graph.agencies.names import department_like, is_collective, lookup, restores_level, self_contained, split_level
from graph.agencies.regions import beginning_with, leading_place
from graph.width import fold_width

__all__ = ["AgencyMention", "can_name_agency", "complete", "is_body", "lists_bodies", "split_agencies"]

_LEVELS = "自治区|直辖市|直管市|计划单列市|林区|县市|市县|县区|区县|市州|州市|盟市|旗县|省|市|县|区|州|盟|旗|乡镇|乡|镇|街道|自治州|自治县|自治旗|开发区"
#: 各市、县、区政府 and the like: members that are bare level words belong to the one that ends the phrase.
_JOINED_LEVELS = re.compile(
    rf"(?:(?<![一-鿿])|(?<=[由及和与]))(?:各|有关|相关|所在|所属|属地|试点|省|设区){{0,3}}(?:{_LEVELS})(?:级)?(?:\([^()]*\))?(?:、(?:{_LEVELS})(?:级)?(?:\([^()]*\))?)+(?=人民政府|政府|党委|级|有关|相关|各|三级|两级|[及和](?=新疆|计划单列)|$|[,、;。)])"
)
_AND = re.compile(
    r"(?:(?<=[局委厅部办院会府署行])|(?<=中心|公司|集团))(?:以及|和|与|及)(?!(?:人民)?政府(?:$|[、,;。)]))(?=[一-鿿]{2,})"
    # 有关部门和单位 is one group, 有关部门和各县区 is two.
    r"|(?<=部门|单位|企业)(?:以及|和|与|及)(?=各|省|市|县|区|州|盟|乡|镇|街道)"
    r"|(?<=直辖市)(?:以及|和|与|及)(?=新疆|计划单列)"
    r"|(?<=等)(?:以及|和|与|及)(?=各|省|市|县|区|州|盟|乡|镇|街道|地方)"
)
_BLANKS = re.compile(r"(?<=[局委厅部办院会府署行司心团])(?:\s+|\s*[/+·•.|]\s*)(?=[一-鿿]|\d{1,2}[.、][一-鿿]|[①-⑳])")
#: What stands before a member and is no part of it.
_MEMBER_MARK = re.compile(r"(?:[—–-]{1,3}|[★☆▲△◆◇●○■□※*#]|[①-⑳]|\d{1,2}\.(?=[一-鿿]))\s*")
#: What explains a name and is no part of it.
_SHORT_FOR = re.compile(r"\((?:(?:以下)?(?:统称|简称)|负责|分管|承担)[^()]*\)$")
#: 各市县要抓好落实: the verb's helper is no part of the name.
_MODAL = re.compile(r"(?:应当|应|要|须|需|共同|分别)\s*$")
_SEPARATOR = re.compile(r"[、,;。]+|\s{2,}")
#: What may follow 等 and still only names the kind of the open end.
_OPEN_END = re.compile(
    r"等(?:\s|省|市|县|区|州|中央|国家|级|直|各|有关|相关|其他|职能|责任|主管|成员|部门|单位|地区|地方|机构|委办局|和|及|、|厅局|委局|企业|\d+个?|[一二三四五六七八九十]{1,3}个?|多个){0,12}$"
)
_UNIT_END = re.compile(
    r"(?:部|委|办|室|厅|局|署|司|院|会|协|社|中心|公司|集团|政府|联|馆|队|站|所|处|科|园区|(?:公路|养护)段|(?:产业|科技|工业|高新|经开|物流|化工|创业)园|开发区|新区|示范区|经开区|高新区|度假区|保税区|港区|街道"
    r"|单位|部门|机构|机关|组织|企业|学校|高校|院校|人大|协会|海关|法院|检察院|团|工会|团中央|最高法|最高检|武警|网|专班|小组|指挥部|总队|支队|大队|军分区|办事处|党校|医院|报社|台"
    r"|主体|平台|市|县|区|省|州|盟|旗|乡镇|镇|乡|村|地|各地|银行|分行|支行|人行|央行|(?:农发|国开|农商|信用|[工农中建交])行|税务|电力|石油|移动|电信|联通|铁塔|烟草|邮政|供电|燃气|水务|地方"
    r"|路长|河长|林长|员|长|主任|书记|领导|同志|主席|集体|社区|大学|中学|小学|财险|人寿|人保|保险|网络|[城交文旅农水国金产科]投|热力|公交|地铁|机场|监狱|日报|晚报|融媒体|陆港|空港|石化"
    r"|(?:工作|领导|纪检|监察|督导|专项|推进|攻坚|指导|保障|协调|专家|宣传)组|校|厂|店|[镇乡]街|[农林牧渔茶团]场)(?:\([^()]*\))?(?:职责)?$"
)
_SHORT_BODIES = frozenset({"工会", "商会", "协会", "国网"})
#: A group may end like no unit: 各镇街, 各有关方面.
_GROUP = re.compile(r"(?:[省市县区州盟旗](?:级|直)?)?(?:各(?![项类种自])|有关|相关|其他|(?:中央)?驻|属)")
#: Posts carry the names of bodies: 市教育局局长.
_POST = re.compile(
    r"(?:局|厅|部|处|科|市|县|区|镇|乡|州|省|组|秘书|委员|会|行|院|校|站)长$|书记$|主任$|主席$|专员$|委员$|常委$"
)
_BODY_END = re.compile(
    r"(?:部|委|办|办公室|厅|局|署|司|委员会|政府|管委会|集团|公司|法院|检察院|海关|中心|总社|联合会|残联|妇联|总工会|团[省市县区]委|银行|支行|分行)$"
)
_NO_UNIT = re.compile(
    r"[。:!?“”\"《》%\d]|(?<!级)以上|以下|万元|亿元|简称|下称|包括|除外|不含|要求|应当|可以|必须|进行|开展|制定|落实|按照|根据|依据|以及其他|(?<![高中初])等[一-鿿]"
    r"|[一-鿿](?<!自)由|[一-鿿](?:负责(?!人)|牵头(?![单部人责])|配合(?![单部])|协助|会同)|^(?:牵头|责任|配合|参与|协办|主办|落实|指导|承办|实施)(?:责任)?(?:单位|部门)$|按职责|各司其职|各负其责|主体责任|(?:单位|部门)(?:为|是)|(?:为|是)(?:牵头|责任|配合|实施|落实)"
)
_ZONE = re.compile(r"(?:市|县|区|州|盟|旗|园|港|岛|镇|乡|街道|农场)$")
# A park has a 管委会 and never a 人民政府 of its own.
_PARK = re.compile(r"(?:经开区|高新区|开发区|园区|保税区|度假区|示范区|试验区|合作区|港区)$")
_GOVERNS = re.compile(r"(管委会|管理委员会|党工委管委会|人民政府|政府|办事处)$")


@dataclass(frozen=True)
class AgencyMention:
    """One member of a list of owners: as written, its full in-plan name, whether it names a group, its offsets in the clause."""

    written: str
    name: str
    collective: bool
    start: int
    end: int


def can_name_agency(written: str) -> bool:
    """Tell whether words can name a body, a group of bodies or a post.

    Examples
    --------
    >>> can_name_agency("市财政局"), can_name_agency("各有关部门"), can_name_agency("到2025年完成")
    (True, True, False)
    """
    if active().knows(written):
        return True
    folded = fold_width(written)
    if not 2 <= len(folded) <= 40 or _NO_UNIT.search(re.sub(r"\([^()]*\)", "", folded)):
        return False
    if len(folded) == 2 and folded[-1] in "社会站台网团处科所队" and folded not in _SHORT_BODIES:
        # 人社, 社会: a field of work, not a body.
        return False
    if _UNIT_END.search(folded) or (_GROUP.match(folded) and is_collective(written)):
        return True
    # 吴兴、南浔: places by their short names.
    place = leading_place(folded)
    return place is not None and place[1] == len(folded)


def is_body(written: str) -> bool:
    """Tell whether words name a body beyond doubt, so that they need no role word beside them.

    Examples
    --------
    >>> is_body("市财政局"), is_body("各有关部门"), is_body("详见附表")
    (True, True, False)
    """
    if not can_name_agency(written) or _POST.search(written):
        return active().knows(written)
    return (
        active().knows(written)
        or is_collective(written)
        or department_like(written)
        or _BODY_END.search(written) is not None
        or lookup(written) is not None
        # 市红十字会, 县人武部, 市第一医院: what has a level word and ends like a unit.
        or split_level(written)[0] != ""
    )


def lists_bodies(text: str) -> bool:
    """Tell whether a text is nothing but a list of bodies."""
    units, _ = split_agencies(text)
    return bool(units) and all(is_body(unit.written) for unit in units)


def split_agencies(text: str, offset: int = 0) -> tuple[list[AgencyMention], bool]:
    """Split a list of units.

    Parameters
    ----------
    text
        The list as written, without verb or label.
    offset
        Added to the offsets of the units.

    Returns
    -------
    units : list of AgencyMention
        In order; `name` is still `written`.
    open_ended : bool
        True when the list, or a part of it, ends in 等.

    Examples
    --------
    >>> units, open_ended = split_agencies("市财政局、税务局和教育局，各县（市、区）政府等有关单位")
    >>> [unit.written for unit in units], open_ended
    (['市财政局', '税务局', '教育局', '各县（市、区）政府'], True)
    """
    folded = _mask(fold_width(text))
    units: list[AgencyMention] = []
    open_ended = False
    at = 0
    cuts = [*((match.start(), match.end()) for match in _SEPARATOR.finditer(folded)), (len(folded), len(folded))]
    for start, end in cuts:
        piece, begin = folded[at:start], at
        at = end
        lead = _lead_in().match(piece)
        if lead:
            begin, piece = begin + lead.end(), piece[lead.end() :]
        mark = _MEMBER_MARK.match(piece)
        if mark:
            begin, piece = begin + mark.end(), piece[mark.end() :]
        piece = _SHORT_FOR.sub("", _MODAL.sub("", piece)).rstrip()
        tail = _OPEN_END.search(piece)
        if tail:
            open_ended, piece = True, piece[: tail.start()].rstrip()
        piece = piece.rstrip(".")
        if piece:
            written = text[begin : begin + len(piece)]
            units.append(
                AgencyMention(written, written, is_collective(written), offset + begin, offset + begin + len(piece))
            )
    return units, open_ended


@cache
def _lead_in() -> re.Pattern[str]:
    """Return the words before a member that are no part of its name; 和静县 and the like are places."""
    places = "|".join(re.escape(name[1:]) for name in beginning_with("和"))
    return re.compile(
        rf"^(?:\s|[一-鿿]{{0,16}}?(?<!自)由|并由|请|会同|联合|以及|及其?|和(?!{places})|与|并|:|其中|包括){{1,4}}"
    )


#: Pairs that are one member: 党委、政府 of one place; 市直有关部门、单位.
_PAIR = re.compile(
    r"(?<=各盟行政公署)、(?=市人民政府)|(?<=党委|党组)、(?=(?:人民)?政府|行政)|(?<=部门)、(?=(?:各)?单位(?![:一-鿿]))"
)


_ORGANS = re.compile(r"各[部委办厅局](?:、[部委办厅局](?![一-鿿]))+")


def _mask(folded: str) -> str:
    """Return the text with separators that separate nothing replaced, and separating words by separators; same length."""
    chars = list(folded)
    depth = 0
    for at, char in enumerate(folded):
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif depth and char in "、,;。 ":
            chars[at] = "\x01"
    masked = "".join(chars)
    masked = _JOINED_LEVELS.sub(lambda match: match[0].replace("、", "\x01"), masked)
    masked = _ORGANS.sub(lambda match: match[0].replace("、", "\x01"), masked)
    masked = _PAIR.sub("\x01", masked)
    masked = _AND.sub(lambda match: "、" * len(match[0]), masked)
    return _BLANKS.sub(lambda match: "、" * len(match[0]), masked)


def complete(units: Sequence[AgencyMention], known: Sequence[AgencyMention] = ()) -> list[AgencyMention]:
    """Restore what a list leaves out: the level word, and the ending that several places or zones share.

    Parameters
    ----------
    units
        All members of a clause, in order.
    known
        Units named before, whose endings serve a later short mention (各县（市、区） for 各县（市、区）政府).

    Examples
    --------
    >>> units, _ = split_agencies("市发展改革委、财政局，杨凌示范区、西咸新区管委会")
    >>> [unit.name for unit in complete(units)]
    ['市发展改革委', '市财政局', '杨凌示范区管委会', '西咸新区管委会']
    """
    return _with_levels(_with_endings(list(units), known))


def _with_endings(units: list[AgencyMention], known: Sequence[AgencyMention]) -> list[AgencyMention]:
    done: list[AgencyMention] = []
    ending = ""
    for unit in reversed(units):
        governs = _GOVERNS.search(unit.name)
        if governs:
            ending = "" if unit.collective else governs[1]
        elif ending and not unit.collective and _ZONE.search(unit.name):
            if not (_PARK.search(unit.name) and "政府" in ending):
                unit = replace(unit, name=unit.name + ending)
        elif ending and not unit.collective and (place := leading_place(unit.name)) and place[1] == len(unit.name):
            unit = replace(unit, name=place[0].name + ending)
        else:
            ending = ""
            unit = _recalled(unit, known)
        done.append(unit)
    return done[::-1]


def _recalled(unit: AgencyMention, known: Sequence[AgencyMention]) -> AgencyMention:
    """Return the unit with the ending that an earlier mention of it had."""
    for other in known:
        if other.name.startswith(unit.name) and _GOVERNS.fullmatch(other.name[len(unit.name) :]):
            return replace(unit, name=other.name, collective=other.collective)
    return unit


def _with_levels(units: list[AgencyMention]) -> list[AgencyMention]:
    levels = [split_level(unit.name)[0] for unit in units]
    local = [level for level in levels if level in _RESTORABLE]
    if not local:
        return _with_place(units)
    first = next(index for index, level in enumerate(levels) if level in _RESTORABLE)
    # Written once for the whole list, the level word holds for every member; written with each, it is
    # missing only where a department without it would be a slip.
    once = (
        sum(level in _RESTORABLE for level, unit in zip(levels, units, strict=True) if not unit.collective) == 1
        and first == 0
    )
    done: list[AgencyMention] = []
    current = levels[first]
    for unit, level in zip(units, levels, strict=True):
        if level in _RESTORABLE and not unit.collective:
            current = level
        elif not level and not unit.collective and _lacks_level(unit.name, once):
            committee = {"自治区": "党委", "兵团": "党委"}.get(current, "委") if _PARTY.fullmatch(unit.name) else ""
            unit = replace(unit, name=current + committee + unit.name)
        done.append(unit)
    return done


def _with_place(units: list[AgencyMention]) -> list[AgencyMention]:
    """Restore the place that the first department of a list carries for all: 洛阳市教育局、财政局."""
    place = leading_place(units[0].name) if units else None
    named = units[0].name[: place[1]] if place else ""
    if not named.endswith(tuple("省市县区州盟旗")) or not department_like(units[0].name[len(named) :]):
        return units
    return [
        replace(unit, name=named + unit.name) if not unit.collective and _lacks_level(unit.name, False) else unit
        for unit in units
    ]


def _lacks_level(name: str, once: bool) -> bool:
    if active().knows(name):
        return False
    branch = re.sub(r"分局$", "局", name)
    if branch != name and lookup(branch) is None and any(lookup(branch[at:]) for at in (2, 3, 4)):
        return False  # 临江生态环境分局 has a place in front, 生态环境分局 has none.
    return restores_level(name) if once else department_like(name) and not self_contained(name)


_RESTORABLE = frozenset(
    {"省", "市", "县", "区", "州", "盟", "旗", "自治区", "自治州", "自治县", "自治旗", "镇", "乡", "兵团"}
)
#: Departments of the party committee: behind 市委组织部 stands 宣传部, which is 市委宣传部.
_PARTY = re.compile(
    r"(?:组织|宣传|统战|社会工作)部|政法委|网信办|编办|机构编制委员会办公室|(?:直属)?机关工委|老干部局|巡[视察]办|(?:农村工作|全面深化改革|财经|外事工作)(?:委员会|领导小组)?办公?室?|党校|党史研究室"
)
