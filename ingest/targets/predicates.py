"""What stands before a number and makes it a wish: 达到, 下降, 不少于, 控制在 … or a verb such as 培育 farther to the left.

Read from the number leftwards: 分别比2020年下降25% is 下降, then the year compared with, then 分别; what is left is the
metric. The same 30% is a target behind 达到 and a parameter of a rule behind 返还, so rules and reports are told apart here too.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from ingest.targets.words import any_of, either, texts

__all__ = [
    "DECREASE",
    "INCREASE",
    "WISH",
    "Change",
    "Predicate",
    "is_report",
    "is_rule",
    "read_predicate",
    "tells_past",
]

Change = Literal["level", "increase", "decrease"]

INCREASE = any_of("increase")
DECREASE = any_of("decrease")
#: 服务覆盖30个社区 wishes, but 覆盖甲地的乙 describes 乙.
WISH = rf"(?:{any_of('wish')}|{any_of('wish_clause')}(?![^,。]{{1,24}}的))"
#: A noun behind a verb makes a noun of both: 增长率.
_NOUN = any_of("noun")
_NOUN_OF_CHANGE = any_of("noun", "noun_of_change")
_YEAR = r"(?:19|20)[0-9]{2}年"
_PERIOD = r"十[一二三四五六七]五(?:时期|期)?末?"

#: What stands right at a number, read leftwards: 下降 and 到 in 下降到5%.
_TAIL = re.compile(
    rf"""(?:
    (?P<reach>{any_of("reach")})        # 覆盖率达到80%
    |(?P<up>{any_of("above")})          # 不低于80%
    |(?P<down>{any_of("below")})        # 不超过5%
    |(?P<over>{any_of("over")})         # ＞80%
    |(?P<under>{any_of("under")})       # ＜5%
    |(?P<exact>{any_of("exact")})       # ＝100%
    |(?P<hold>{any_of("hold")})         # 控制在5%以内
    |(?P<keep>{any_of("keep")})         # 保持在80%
    |(?P<near>{any_of("near")})         # 约80%
    |(?P<more>(?<!基础)上)              # 上万人, but not 在2020年基础上
    |(?P<to>到|至|为|在)
    |(?P<dec>{any_of("decrease", "fall")})
    |(?P<inc>(?<!改造)(?<!巩固)(?<!整治){any_of("increase")}|{any_of("rise")})  # 改造提升 is a wish
    |(?P<apart>分别)
    |(?P<adverb>{any_of("beside")}|(?<=至少)有)
    |(?P<base>                          # what is compared with, or when
        {any_of("compares_with")}{_YEAR}[底末]?(?:同期|水平)?(?:相比)?
        |(?:较|比)(?:{any_of("year_before")}|{_PERIOD})
        |{_YEAR}[底末]?前?的?
    )
    )\Z""",
    re.VERBOSE,
)
#: The last characters of such words: behind any other none of them ends.
_ENDS_TAIL = frozenset(
    [
        *"上到至为在别有",
        *"年底末前期平比的五",  # of dates and what is compared with
        *(word[-1] for word in texts("reach", "above", "below", "over", "under", "exact", "hold", "keep", "near")),
        *(word[-1] for word in texts("decrease", "fall", "increase", "rise", "beside", "year_before")),
    ]
)
#: The verbs farther left; the nearest governs the number.
_NEAREST = re.compile(
    rf"""(?P<wish>{WISH}(?!{_NOUN}|{any_of("sized")}))  # 建设30个站点, but not 建设规模
    |(?P<dec>{DECREASE}(?!{_NOUN_OF_CHANGE}))           # 减少排放5万吨, but not 减少量
    |(?P<inc>{INCREASE}(?!{_NOUN_OF_CHANGE})            # 增加床位500张, but not 增长率
      |{any_of("added")}(?!{_NOUN}))                    # 新增项目30个
    |(?P<block>{any_of("block")})                       # 现有30个站点
    """,
    re.VERBOSE,
)
_SPREAD = re.compile(rf"(?:(?P<dec>{any_of('spread_down')})|(?P<inc>{any_of('spread_up')}))(?:幅度|比例)\Z")
_RULE = re.compile(f"{either('grant_each')}|{either('grant')}")
_EACH = frozenset(texts("grant_each"))
#: A standard that is raised is wanted, whoever gets how much: 低保标准提高到每人每月720元.
_STANDARD = re.compile(rf"标准{any_of('beside')}?(?:分别)?(?:{any_of('spread_up')}|达)[到至]")
_ASPIRES = re.compile(any_of("aspire"))
_REPORT = re.compile(
    rf"""已{any_of("done")}(?!.?的)             # 已建成30个站点, but not 已建成的站点
    |{either("past")}           # 目前达到80%
    |过去[一二两三四五几0-9]+年
    |截[至止].{{0,12}}(?:共|已|累计)            # 截至2026年底，共有30个站点
    |{either("scored", behind="[0-9.]+分")}|{either("unscored")}  # 每超1天扣0.5分: how a target is scored
    |每{any_of("score_step")}[0-9]
    """,
    re.VERBOSE,
)
#: 由目前的500张, in front of what it is to become.
_START = re.compile(rf"[由从]{any_of('start_from')}的?(?=[0-9])")
#: What holds for the rest of a sentence.
_LOOKS_BACK = re.compile(
    rf"""{either("told", behind="了")}                                              # 形成了良好基础
    |申[报请]{any_of("applicant")}应                                          # 申报企业应
    |应(?:当|同时)?{any_of("fulfils")}|须(?:当|同时)?{any_of("fulfils")}      # 应当具备以下条件
    |{either("look_back")}                                    # 目前
    |过去[一-鿿0-9]{{1,2}}年
    |已{any_of("done_before")}[^,]{{0,12}}[0-9]                              # 已建成站点10个
    """,
    re.VERBOSE,
)
#: Ends a look back: 目前达到60%，力争明年达到80%.
_AHEAD = re.compile(f"{either('ahead')}|到20[0-9]{{2}}年|将(?!.{{0,6}}已)")
#: The comparator that the words at a number write.
_WRITTEN = {
    **dict.fromkeys(["reach", "up", "more"], ">="),
    **dict.fromkeys(["down", "hold"], "<="),
    "over": ">",
    "under": "<",
    "exact": "=",
    "near": "~",
}
#: Digits and what parts them: lists of bare numbers need no search for words.
_BARE = re.compile(r"[0-9%., ]*")
_DIRECT = frozenset(["inc", "dec", "reach", "up", "down", "over", "under", "exact", "hold", "keep"])
_LEAST = re.compile(r"(?:至少|不少于)[一-鿿]{2,6}\Z")


class Predicate(NamedTuple):
    """How a number is governed. `start` is where its words begin: the metric ends there.

    `direct` means that the verb or comparator stands at the number itself; `verb` is the nearest verb farther left
    (wish, inc, dec or block), which ends at `verb_end`. `reached` means that the number is a level that is come to;
    `unit` is that of the last number it governs, once that is known.
    """

    start: int
    comparator: str | None
    change: Change
    direct: bool
    apart: bool
    verb: str | None
    verb_end: int
    reached: bool = False
    unit: str | None = None


def read_predicate(clause: str, floor: int, number: int) -> Predicate:
    """Read the words of `clause` from `number` leftwards, not beyond `floor`."""
    if _BARE.fullmatch(clause, floor, number):
        return Predicate(number, None, "level", direct=False, apart=False, verb=None, verb_end=number)
    start, comparator, change = number, None, None
    to = direct = apart = False
    while True:
        low = max(floor, start - 24)
        match = _TAIL.search(clause[low:start]) if clause[low:start][-1:] in _ENDS_TAIL else None
        if match is None:
            break
        kind = match.lastgroup or ""
        if kind in _WRITTEN:
            comparator = comparator or _WRITTEN[kind]
        elif kind in {"inc", "dec"}:
            if change is not None:
                break
            if to:
                comparator, change = comparator or (">=" if kind == "inc" else "<="), "level"
            else:
                change = "increase" if kind == "inc" else "decrease"
        to = to or kind in {"reach", "to", "hold", "keep"}
        direct = direct or kind in _DIRECT or match.group() in {"到", "至"}
        apart = apart or kind == "apart"
        start = low + match.start()
    if to and change is None and comparator is None and clause[start : start + 1] in {"到", "至"}:
        comparator = ">="
    spread = _SPREAD.search(clause[max(floor, start - 8) : start])
    if spread:
        change = "decrease" if spread["dec"] else "increase"
    verb, verb_end = None, start
    for found in _NEAREST.finditer(clause, floor, start):
        verb, verb_end = found.lastgroup, found.end()
        if verb_end == start and clause.endswith("至少", floor, found.start()):
            comparator = comparator or ">="
    if _LEAST.search(clause[max(floor, start - 8) : start]):
        comparator = comparator or ">="
    if not direct and verb in {"inc", "dec"}:
        change = "increase" if verb == "inc" else "decrease"
    return Predicate(start, comparator, _change(change), direct, apart, verb, verb_end, to)


def _change(change: str | None) -> Change:
    return "increase" if change == "increase" else "decrease" if change == "decrease" else "level"


def is_rule(clause: str) -> bool:
    """Return whether a clause grants, charges or allows something: its numbers are parameters.

    Examples
    --------
    >>> is_rule("按实际缴纳数返还50%"), is_rule("覆盖率达到50%"), is_rule("低保标准提高到每人每月720元")
    (True, False, False)
    >>> is_rule("医保补助标准提高到670元"), is_rule("按补助标准的50%补助")
    (False, True)
    """
    rule = _RULE.search(clause)
    if rule is None:
        return False
    standard = rule[0] in _EACH or clause.startswith("标准", rule.end())
    return not ((rule[0].endswith("率") and _ASPIRES.search(clause)) or (standard and _STANDARD.search(clause)))


def is_report(clause: str) -> bool:
    """Return whether a clause tells what has been reached already, or how it is scored."""
    return bool(_REPORT.search(_START.sub("", clause)))


def tells_past(clause: str, before: bool) -> bool:
    """Return whether a clause, and what follows it in its sentence, tells what was; `before` is what holds in front of it.

    Examples
    --------
    >>> tells_past("目前达到60%", False), tells_past("力争达到80%", True), tells_past("服务覆盖全部街道", True)
    (True, False, True)
    """
    # 由目前的500张增至800张: only what it starts from was.
    goes_on = _START.sub("", clause)
    return (before and not _AHEAD.search(clause)) or _LOOKS_BACK.search(goes_on) is not None
