"""What stands before a number and makes it a wish: 达到, 下降, 不少于, 控制在 … or a verb such as 培育 farther to the left.

Read from the number leftwards: 分别比2020年下降25% is 下降, then the year compared with, then 分别; what is left is the
metric. The same 30% is a target behind 达到 and a parameter of a rule behind 返还, so rules and reports are told apart here too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ingest.targets.quantities import Quantity

__all__ = ["NOUNS_OF_CHANGE", "Change", "Predicate", "is_report", "is_rule", "is_target", "read_predicate"]

Change = Literal["level", "increase", "decrease"]

INCREASE = "提高|提升|增长|增加|上升|扩大|新增|增设|递增|增强|增进|上浮"
DECREASE = "下降|降低|减少|压减|削减|缩减|压缩|缩短|缩小|下浮|节约|压降|递减|收窄|回落|消减|减排|降幅"
#: Verbs whose object the plan wants to exist, to be done or to be gone.
WISH = (
    "改造提升|巩固提升|整治提升|培育|打造|建设(?!用地)|建成|投用|办好|办成|新建|改建|扩建|创建|争创|共建|引进|引育|招引|(?<!社会)(?<!经济)(?<!行业)组织(?!数)|招聘|开展|开放|形成|制定|出台|制修订|修订|发布(?!会)|选择|选取|遴选|选树|选派"
    "|认定|实施|推广|完成|建立|布局|淘汰|改造|举办|培养|招募|招收|设立|设置|增配|配备|配置|梳理|发展|扶持|争取|力争|确保|投入(?!强度|产出)|安排|落实|覆盖(?![^，。]{1,24}的)"
    "|开发(?!区)|培训(?!基地|机构|中心|学校)|开工|投产|化解|关闭|退出|开行|开通|吸引|聚集|集聚|转化|攻克|突破|申报|评定|评选|推出|推动|推进|支持|消纳|铺设|治理"
    "|修复|整治|办理(?!环节|时间|时限|时长|材料)|编制|提供|上线|部署|推介|推行|构建|做强|做大|壮大|入库|实现|带动|辐射|服务(?!业|机构|设施|床位|中心|站|平台|体系|网|面积|事项|收入|人员|队伍)|报废(?!机动车|汽车|回收|拆解|船舶)|帮扶|搭建|签约|落地|募集|筹集|发放|盘活"
)
#: The number behind them describes something that is there already, or a condition.
BLOCK = "围绕|依托|聚焦|按照|按(?![期时质需])|根据|涉及|原有|现有|包括|属于|来自|针对|面向|注册资本|职工|时长|为期|经过|分为|分成|共有"
NOUNS_OF_CHANGE = (
    "率|幅|度|量|值|工程|行动|计划|能力|水平|空间|示范|项目|成本|型|期|资金|政策|方案|中心|基金|措施|改造|任务"
)

_TAIL = re.compile(
    r"(?:(?P<reach>达到|高达|达|突破|实现|发展[到至]|[迈跨][上入过])"
    r"|(?P<up>超额完成|不得?低于|不得?少于|不小于|不下于|至少|超过|超出|超|高于|大于|多于|逾|≥|>)"
    r"|(?P<down>不得?超过|不得?高于|不大于|不多于|低于|小于|少于|至多|最多|≤|<)"
    r"|(?P<hold>控制在|控制到|限制在)|(?P<keep>稳定在|保持在|维持在|保持|占到|占)"
    r"|(?P<near>约为|大约|接近|大致|约|近)|(?P<more>(?<!基础)上)"
    r"|(?P<to>到|至|为|在)"
    rf"|(?P<dec>{DECREASE}|减|降)|(?P<inc>(?<!改造)(?<!巩固)(?<!整治)(?:{INCREASE})|增|(?<!提)升|提)"
    r"|(?P<apart>分别)"
    r"|(?P<adverb>力争|争取|确保|均|都|累计|总计|合计|共计|(?<![0-9])年均|平均|每年|同比|进一步|稳步|再|要|应|需|须|原则上|普遍|总体|左右|逐年|一般|各|(?<=至少)有)"
    r"|(?P<base>(?:较|相比|(?<![占同环配])比|与|同)(?:19|20)[0-9]{2}年[底末]?(?:同期|水平)?(?:相比)?|(?:较|比)(?:上年|去年|上一年|同期|基期|十[一二三四五六七]五(?:时期|期)?末?)"
    r"|(?:19|20)[0-9]{2}年[底末]?前?的?))\Z"
)
_NEAREST = re.compile(
    rf"(?P<wish>(?:{WISH})(?!{NOUNS_OF_CHANGE}|面积|规模|总量|数量|里程|费用))|(?P<dec>(?:{DECREASE})(?!{NOUNS_OF_CHANGE}))"
    rf"|(?P<inc>(?:{INCREASE})(?!{NOUNS_OF_CHANGE}))|(?P<block>{BLOCK})"
)
_SPREAD = re.compile(r"(?:(?P<dec>下降|降低|减少|压减)|(?P<inc>增长|提高|提升|增加))(?:幅度|比例)\Z")
_RULE = re.compile(
    r"返还|补助|补贴|奖励|奖补|贴息|利率|减免|免收|免征|免缴|暂免|减半|缓缴|展期|延期|续保|续贷|宽限|扣除|罚款|处以|违约金|滞纳金|税率|费率|征收率|减按"
    r"|收费标准|限额(?!以[上下]|设计|标准|先进|要求)|给予|每人每[天日月]|房租|租金|贷款额|额度(?=不|上限|最高|为|一般|控制)|有效期|施行|执行期|暂停|处罚|扣分|加分|酬|基准利|下浮|上浮|报销(?!比例|水平)|免除|投标保证金"
)
#: 推动担保费率降至1%以下 is wished, a bare 费率不超过1% is a condition.
_WISHED = re.compile(r"推动|力争|争取|确保|引导|促进")
_REPORT = re.compile(
    r"已(?:有|建成?|累计|完成|实现|达|形成|培育|获|成|经|创建?|认定)(?!.?的)|目前|现有|以来|(?<![较比])(?:上年|去年)|过去[一二两三四五几0-9]+年|近年|(?:截至|截止).{0,12}(?:共|已|累计)"
)
_TERM = re.compile(
    r"时间|时长|时限|天数|寿命|周期|用时|日数|耗时|工期|环节|半径|压缩|缩短|缩减|压减|减少|提速|控制|达到|降至|降低"
)
_PERIOD_OF_RULE = re.compile(r"最长|期限|试用期|公示|公告期|有效期")
#: A size that tells which ones are meant: 产值超100亿元企业10家.
_SIZE = re.compile(
    r"[^，、0-9]{0,8}?(?:企业|项目|产业|集群|园区|公司|机构|单位|平台|基地|品牌|[县镇乡村])[^，、0-9]{0,4}(?:[0-9]|达|突破|超)"
)
_EXCEEDS = re.compile(r"(?:超过|高于|大于|多于|达到|[满达超])\Z")
_DONE = re.compile(r"办[结好]|完成")
_CONDITION = re.compile(r"的(?!目标|要求|标准|水平|任务|比例)[^，。]")
_OBJECT = re.compile(
    r"(?:新增|增加|压减|减少|完成|形成|消纳|削减|淘汰|建设|新建|开工|改造|铺设|治理|修复|投入|实现|安排|筹集|落实|争取)\Z"
)
_RESULT = re.compile(r"推广应用|部署|实现|完成|达到|建成|通过|纳入|开展|覆盖|接入|投产|上线|入驻")
_BOUNDARY = re.compile(r"[，。；、！？：:;,\n和与及并且]|以及|用[于来]|大关|台阶|关口|\Z")
_FROM = re.compile(
    r"(?:从|由)(?:(?:19|20)[0-9]{2}年[底末]?|十[一二三四五六七]五(?:时期|期)?末?|目前|现在|现有|原来|当前)?的?\Z"
)
_SOME = re.compile(r"一[批些]|若干")
_MEETS = re.compile(r"会议|召开|例会|联席会|碰头会")
_SORTED = re.compile(
    r"、[^，。]{0,40}[0-9][^，。、]{0,6}的[^，。、0-9]{0,6}(?:企业|项目|单位|机构|个人|人员|地区|家庭)"
)
_STANDARD = re.compile(r"的(?:标准|比例)")
#: 形成年产5万吨的生产能力
_CAPACITY = re.compile(r"的[^，。、0-9]{0,8}(?:能力|规模|产能)(?![^，。、])")
_GAINS = re.compile(r"(?:形成|新增|具备|达到|建成)[年日][^，。、]{0,4}\Z|(?:形成|新增|具备|达到)\Z")
#: 设立总规模不低于100亿元的基金
_FUND = re.compile(r"的[^，。、0-9]{0,10}(?:基金|信贷|贷款|资金池)(?![^，。]*(?:企业|项目))")
#: Whoever counts in these means a number, and no 三项制度: 培育十家龙头企业.
_NAMED = frozenset(["家", "户", "人", "名", "所", "座", "公里", "亩"])
_LEAST = re.compile(r"(?:至少|不少于)[一-鿿]{2,6}\Z")
_AT_LEAST = re.compile(rf"(?:至少|不少于|不低于|超过)(?:{WISH}|有)?\Z")
_ABOUT = re.compile(r"对|凡|符合|满足|具备|拥有|年")
_WHO = re.compile(r"的[^，、]{0,8}(?:企业|单位|个人|人员|项目|地区|机构|家庭|纳税人)")


@dataclass(frozen=True)
class Predicate:
    """How a number is governed. `start` is where its words begin: the metric ends there.

    `direct` means that the verb or comparator stands at the number itself; `verb` is the nearest verb farther left
    (wish, inc, dec or block), which ends at `verb_end`. `reached` means that the number is a level that is come to.
    """

    start: int
    comparator: str | None
    change: Change
    direct: bool
    apart: bool
    verb: str | None
    verb_end: int
    reached: bool = False


def read_predicate(clause: str, floor: int, number: int) -> Predicate:
    """Read the words of `clause` from `number` leftwards, not beyond `floor`."""
    start, comparator, change = number, None, None
    to = direct = apart = False
    while True:
        low = max(floor, start - 24)
        match = _TAIL.search(clause[low:start])
        if match is None:
            break
        kind = match.lastgroup or ""
        if kind in {"inc", "dec"}:
            if change is not None:
                break
            if to:
                comparator, change = comparator or (">=" if kind == "inc" else "<="), "level"
            else:
                change = "increase" if kind == "inc" else "decrease"
        elif kind in {"reach", "up", "more"}:
            comparator = comparator or ">="
        elif kind in {"down", "hold"}:
            comparator = comparator or "<="
        elif kind == "near":
            comparator = comparator or "~"
        to = to or kind in {"reach", "to", "hold", "keep"}
        direct = (
            direct or kind in {"inc", "dec", "reach", "up", "down", "hold", "keep"} or match.group() in {"到", "至"}
        )
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
    >>> is_rule("按实际缴纳数返还50%"), is_rule("覆盖率达到50%")
    (True, False)
    """
    rule = _RULE.search(clause)
    return rule is not None and not (rule[0].endswith("率") and _WISHED.search(clause))


def is_report(clause: str) -> bool:
    """Return whether a clause tells what has been reached already."""
    return bool(_REPORT.search(clause))


def is_target(
    clause: str, quantity: Quantity, predicate: Predicate, *, dated: bool, rule: bool = False, aside: bool = False
) -> bool:
    """Return whether the plan wants this number reached.

    Parameters
    ----------
    clause, quantity, predicate
        The folded clause, the number in it and how it is governed.
    dated
        Whether a deadline governs the clause.
    rule
        Whether the clause is a rule (`is_rule`); a report is never asked.
    aside
        Whether the clause stands in brackets, where only a written comparator makes a target.
    """
    before, after = clause[: quantity.start], clause[quantity.stop :]
    at_end = bool(_BOUNDARY.match(after))
    direct, verb = predicate.direct, predicate.verb
    compared = quantity.comparator is not None or predicate.comparator is not None
    if aside and not compared:
        return False
    if _FROM.search(before[-12:]) or before[-1:] in {"≤", "≥", "<", ">"}:
        return False
    if rule and not (dated and direct):
        return False
    if quantity.unit in {"番", "倍"} and clause[quantity.start] == "翻":
        return True
    if quantity.kind == "ratio" and compared and not rule:
        # 80%以上产能完成改造; 形成占负荷5%以上的响应能力
        if not before and not _WHO.match(after) and _RESULT.search(after):
            return True
        if verb == "wish" and _CAPACITY.match(after):
            return True
    if quantity.kind == "bare":
        return direct and at_end
    if quantity.kind == "time":
        if quantity.comparator == "<=" and _DONE.match(after):
            return verb == "wish"  # 实现报装2个工作日内办结
        term = bool(_TERM.search(before)) or (dated and not rule)
        return direct and term and not _PERIOD_OF_RULE.search(before)
    if quantity.spelt and not (
        compared
        or (
            verb == "wish"
            and predicate.verb_end == predicate.start
            and 1 < quantity.value < 100
            and quantity.unit in _NAMED
        )
        or (dated and quantity.value > 1 and (direct or (verb is not None and predicate.verb_end == predicate.start)))
    ):
        return False
    if quantity.kind == "measure" and "的" in after and _SOME.search(before):
        return False  # 壮大一批营收超10亿元、税收超5000万元的企业
    if quantity.kind == "measure" and not at_end and _SIZE.match(after):
        return False
    if not dated and verb is None and _EXCEEDS.search(before[-2:]) and _CONDITION.match(after):
        return False  # 人口超过1万人的街道
    if quantity.kind == "measure" and not at_end and not _governed(before, after, quantity, predicate):
        return False
    if quantity.unit == "次" and (_MEETS.search(before) or (quantity.value == 1 and not compared)):
        return False  # 每季度召开1次, 每月通报1次: how often something is done
    if not dated and (verb is None or quantity.kind == "measure") and _SORTED.match(after):
        return False  # 用地不超过3000平方米、建筑不超过5000平方米的项目
    if quantity.kind == "count" and quantity.spelt and quantity.value == 1 and not quantity.comparator:
        return bool(_AT_LEAST.search(before[-8:]))  # 实现一次办结
    if quantity.kind == "ratio" and not dated and (_WHO.match(after) or (after[:1] == "的" and not direct)):
        return verb == "wish" and bool(_RESULT.search(after))  # 推动30%的企业完成改造, but not 对…30%的企业
    if (
        quantity.kind == "count"
        and after[:1] == "的"
        and not (direct or verb == "wish" or (dated and not _ABOUT.match(before)))
    ):
        return False
    if verb == "block" and not dated and _STANDARD.match(after):
        return False  # 按照每10万人不少于1座的标准
    if verb == "block" and predicate.verb_end == predicate.start and not dated:
        return False  # 按不低于15%的比例
    if dated:
        return direct or verb != "block"
    if direct:
        return True
    if quantity.kind == "count":
        return (
            verb in {"wish", "inc", "dec"}
            or (verb is None and at_end and compared)
            or (verb is None and bool(_RESULT.search(after) or re.search("每年|年均|每季度|每月|累计", before)))
        )
    # A measure that is not at the end is the verb's object here: 安排500万元专项资金.
    return (at_end or quantity.kind == "measure") and (verb in {"wish", "inc", "dec"} or (at_end and compared))


def _governed(before: str, after: str, quantity: Quantity, predicate: Predicate) -> bool:
    """Return whether a measure with a noun behind it is the verb's object (新增500万千瓦光伏), not an attribute (10吨以下锅炉)."""
    if _CAPACITY.match(after) and _GAINS.search(before[-8:]):
        return True
    if after[:1] == "的" or quantity.comparator == "<=":
        return bool(_FUND.match(after)) and predicate.direct and predicate.verb == "wish"
    if before.endswith("、") and predicate.verb_end >= predicate.start - 1:
        return True  # 完成100个村、500公里道路建设: the verb of the first holds
    if quantity.comparator is not None or not predicate.direct:
        return bool(_OBJECT.search(before[-2:]))
    return True
