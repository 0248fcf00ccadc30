"""Patterns of `ingest.language.agency_lists`: where a list of agencies is cut, and what may be a member of it.

They are made from the tables of words of `graph.agencies` and from `data/agency_lists.tsv`; all want a text in half width.
"""

from __future__ import annotations

import re
from functools import cache

from graph.agencies.regions import beginning_with
from graph.agencies.word_tables import words_in, words_of
from graph.words import Table, alternatives

__all__ = [
    "AND", "BLANK", "BLANKS", "BLANK_WITHIN", "BODY_END", "FIELD_LETTERS", "GOVERNS", "GROUP", "JOINED_LEVELS", "MEMBER_END", "MEMBER_MARK", "MODAL", "NAMED_GROUP", "NO_GROUP", "NO_NAME",
    "OPEN_END", "ORGANS", "PAIR", "PARK", "PARTY", "PERSON", "SEPARATOR", "SHORT_FOR", "SHORT_NAMES", "UNIT_END", "ZONE",
    "lead_in",
]  # fmt: skip

_TABLE = Table(__file__, "agency_lists")


def _any(*classes: str) -> str:
    return f"(?:{alternatives(_TABLE.of(*classes))})"


def _behind(words: list[str]) -> str:
    """Return a pattern of the place right behind any of some words."""
    lengths = sorted({len(word) for word in words})
    sets = ("|".join(re.escape(word) for word in words if len(word) == length) for length in lengths)
    return f"(?:{'|'.join(f'(?<={each})' for each in sets)})"


_JOINABLE = [word.text for word in words_in("endings", "joinable")]
_LISTED = rf"{words_of('levels', 'listed')}(?:级)?(?:\([^()]*\))?"
_JOINT = "(?:以及|[和与及暨])"

#: 各市、县、区政府 and the like: members that are bare level words belong to the one that ends the phrase.
JOINED_LEVELS = re.compile(
    rf"""
    (?:(?<![一-鿿]) | (?<=[由及和与]))
    {_any("before_level")}{{0,3}}
    {_LISTED} (?:、{_LISTED})+
    (?= {_any("after_level")} | [及和](?=新疆|计划单列) | $ | [,、;。)] )
    """,
    re.VERBOSE,
)
#: 和, 与 and 及 that stand between two members, not inside a name.
AND = re.compile(
    rf"""
      {_behind(_JOINABLE)} {_JOINT}                                         # 财政局和税务局
      (?!(?:人民)?政府(?:$|[等、,;。)])) (?=[一-鿿]{{2,}})
    | {_behind([word.text for word in _TABLE.of("group_noun")])} {_JOINT}   # 有关部门和各县区; 有关部门和单位 is one group
      (?={_any("group_start")})
    | (?<=直辖市) {_JOINT} (?=新疆|计划单列)                                # 各省、自治区、直辖市和新疆生产建设兵团
    | (?<=等) {_JOINT} (?={_any("group_start", "open_start")})              # 市财政局等和各县区
    """,
    re.VERBOSE,
)
_LAST = "".join(dict.fromkeys(word[-1] for word in _JOINABLE))
#: Blanks and marks that separate as 、 does: 市财政局 市税务局, 市财政局/市税务局, 市财政局→市税务局.
BLANKS = re.compile(rf"(?<=[{_LAST}])(?:\s+|\s*[/\\+·•.|&→]\s*)(?=[一-鿿]|\d{{1,2}}[.、][一-鿿]|[①-⑳])")
#: Words with nothing but blanks between them, and such a blank.
BLANK_WITHIN, BLANK = re.compile(r"[^、,;。]+"), re.compile(r"(?<=\S)\s(?=\S)")
#: What a member of a list as it is written ends with, at a line break or at a column.
MEMBER_END = re.compile(r"[、，,；;。:：\s]")
#: A number of a member right behind another one separates too (1.市公安局2.市财政局, ①市公安局②市财政局), and a date (市公安局 2027年6月底前).
SEPARATOR = re.compile(
    rf"[、,;。]+|\s{{2,}}|(?<=[一-鿿)])(?=[①-⑳]|\d{{1,2}}\.[一-鿿])|(?<=[{_LAST}])\s?(?=20\d\d年|\d{{1,2}}月)"
)
#: Pairs that are one member: 党委、政府 of one place; 市直有关部门、单位; 各盟行政公署、市人民政府.
PAIR = re.compile(
    r"(?<=各盟行政公署)、(?=市人民政府)|(?<=党委|党组)、(?=(?:人民)?政府|行政)|(?<=部门)、(?=(?:各)?单位(?![:一-鿿]))"
)
#: 各部、委、办、局: several kinds of organs, one group.
ORGANS = re.compile(r"各[部委办厅局](?:、[部委办厅局](?![一-鿿]))+")

#: What stands before a member and does not belong to it.
MEMBER_MARK = re.compile(r"(?:[—–-]{1,3}|[★☆▲△◆◇●○■□※*#]|[①-⑳]|\d{1,2}\.(?=[一-鿿]))\s*")
#: What explains a name and does not belong to it.
SHORT_FOR = re.compile(r"\((?:(?:以下)?(?:统称|简称)|负责|分管|承担)[^()]*\)$")
#: 各市县要抓好落实, 市住建局委托第三方机构: the verb's helper, or by whom a body has it done, does not belong to the name.
MODAL = re.compile(rf"(?:{_any('modal')}|(?<=[{_LAST}])委托[一-鿿]{{2,20}})\s*$")
#: What may follow 等 and still only names the kind of the open end.
OPEN_END = re.compile(rf"等(?:\s|{_any('open_end')}|\d+个?|[一二三四五六七八九十]{{1,3}}个?){{0,12}}$")

#: A group whose members stand behind it: 市直有关部门(市公安局、市城管局).
NAMED_GROUP = re.compile(rf"[^()]*{_any('group_noun')}\((?P<members>[^()]{{3,}})\)")
#: How any member ends: a body, a group, a post, a person's office.
UNIT_END = re.compile(
    words_of(
        "endings", "organ", "bureau", "court", "force", "centre", "league", "league_short", "league_full", "government",
        "firm", "customs", "unit",
    ) + r"(?:\([^()]*\))?(?:职责)?$"
)  # fmt: skip
#: How a body ends, beyond doubt.
BODY_END = re.compile(
    words_of(
        "endings", "organ", "organ_full", "bureau", "court", "centre", "league", "league_full", "government", "firm",
        "customs",
    ) + "$"
)  # fmt: skip
#: Posts carry the names of bodies: 市教育局局长.
PERSON = re.compile(f"{words_of('kinds', 'person_end')}$")
#: A group may end unlike any agency: 各镇街, 各有关方面.
GROUP = re.compile(f"(?:[省市县区州盟旗](?:级|直)?)?{words_of('collectives', 'group')}")
#: 其他任务, 有关规定: groups of things.
NO_GROUP = re.compile(rf"{_any('no_group_end')}$")
FIELD_LETTERS = frozenset(word.text for word in _TABLE.of("field_letter"))
SHORT_NAMES = frozenset(word.text for word in _TABLE.of("short_name"))
#: Text that names nobody.
NO_NAME = re.compile(
    rf"""
      [。:!?“”"《》%]
    | (?<!\d)\d(?!\d{{2,5}}{_any("hotline")})              # 12345热线中心 is a name
    | {_any("no_name")}                                   # 到年底完成以上任务, 按照要求
    | (?<![高中初])等[一-鿿]                              # 等工作; 高等学校 and 初等教育 are names
    | [一-鿿](?<!自)由                                    # 此项由; 自由贸易试验区 is a name
    | [一-鿿]{_any("no_name_verb")}                       # 市财政局牵头
    | ^{_any("label")}(?:责任)?(?:单位|部门)$             # 牵头责任单位
    | {_any("label")}(?:责任)?(?:单位|部门)[省市县区各]   # 配合单位市财政局
    | →
    """,
    re.VERBOSE,
)

ZONE = re.compile(f"{words_of('kinds', 'place_end')}$")
PARK = re.compile(f"{words_of('kinds', 'park_end')}$")
GOVERNS = re.compile(f"({words_of('endings', 'governs')})$")
#: Departments of the party committee: behind 市委组织部 stands 宣传部, which is 市委宣传部.
PARTY = re.compile(words_of("endings", "party"))


@cache
def lead_in() -> re.Pattern[str]:
    """Return the pattern of the words before a member that do not belong to its name; 和静县 and the like are places."""
    places = "|".join(re.escape(name[1:]) for name in beginning_with("和"))
    return re.compile(rf"^(?:\s|[一-鿿]{{0,16}}?(?<!自)由|{_any('lead_in')}|和(?!{places})){{1,4}}")
