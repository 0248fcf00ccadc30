"""Whether the plan wants a number reached: an ordered chain of rules, of which the first that applies decides.

Each rule has a name, a condition, a verdict and an example that it decides itself; tests run every example, and
``zerentu parse --explain`` names the rule behind each target. The order matters: a rule may rely on what those above
it have taken away. To change what counts as a target, add a rule with an example at the place where it has to decide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from graph.records import record
from ingest.targets.predicates import WISH, Predicate, is_rule, read_predicate
from ingest.targets.quantities import Quantity, find_quantities
from ingest.targets.words import any_of, words_of

__all__ = ["RULES", "Case", "Example", "Rule", "deciding_rule"]

_BOUNDARY = re.compile(rf"[,。;、!?:\n和与及并且]|{any_of('boundary_word')}|\Z")
_FROM = re.compile(
    rf"(?:从|由)(?:(?:19|20)[0-9]{{2}}年[底末]?|十[一二三四五六七]五(?:时期|期)?末?|{any_of('start_from')})?的?\Z"
)
_BEARER = any_of("bearer")
_TERM = re.compile(any_of("term"))
_TERM_HERE = re.compile(rf"{any_of('term')}\Z")
_PERIOD = re.compile(any_of("period"))
_RESULT = re.compile(any_of("result"))
_SETTLED = re.compile(any_of("settled"))
_MEETS = re.compile(any_of("meeting"))
#: A size that tells which ones are meant: 产值超100亿元企业10家.
_SIZE = re.compile(rf"[^,、0-9]{{0,8}}?{any_of('sized_bearer')}[^,、0-9]{{0,4}}(?:[0-9]|达|突破|超)")
_EXCEEDS = re.compile(rf"{any_of('exceeds')}\Z")
_CONDITION = re.compile(rf"的(?!{any_of('measure_noun')})[^,。]")
_GAIN = re.compile(rf"{any_of('gain')}\Z")
_SOME = re.compile(r"一[批些]|若干")
_SORTED = re.compile(rf"、[^,。]{{0,40}}[0-9][^,。、]{{0,6}}的[^,。、0-9]{{0,6}}{_BEARER}")
_STANDARD = re.compile(r"的(?:标准|比例)")
#: 形成年产5万吨的生产能力
_CAPACITY = re.compile(rf"的[^,。、0-9]{{0,8}}{any_of('capacity')}(?![^,。、])")
_GAINS_CAPACITY = re.compile(rf"{any_of('gain_capacity')}(?:[年日][^,。、]{{0,4}})?\Z")
#: 设立总规模不低于100亿元的基金
_FUND = re.compile(rf"的[^,。、0-9]{{0,10}}{any_of('fund')}(?![^,。]*(?:企业|项目))")
_SIGNS = frozenset("≤≥≦≧⩽⩾<>=")
#: Whoever counts in these means a number, and no 三项制度: 培育十家龙头企业.
_NAMED = frozenset(word.text for word in words_of("named"))
_AT_LEAST = re.compile(rf"{any_of('at_least')}(?:{WISH}|有)?\Z")
_ABOUT = re.compile(any_of("about"))
_WHO = re.compile(rf"的[^,、]{{0,8}}{any_of('bearer', 'taxpayer')}")
#: 为全市2万名, but not 认为 and 比例为
_FOR = re.compile(rf"(?:^|[,;。、]|{any_of('before_for')})为[一-鿿]{{0,6}}\Z")
_SERVES = re.compile(rf"[^,。;的]{{1,24}}?{any_of('serves')}")
_NOW = re.compile(any_of("start_from"))
#: 20户以上自然村4G全覆盖
_ALL_OF = re.compile(rf"[^0-9,;。][^,;。]{{0,16}}?{any_of('all_of')}")
_SERVED_UNITS = frozenset("名人户家位")
_SCALES = "万千百十亿"
_REPEATED = re.compile(any_of("repeated"))
_BY_ALL = re.compile(any_of("by_all"))


@record
class Case:
    """A number in its folded clause, and how it is governed.

    Attributes
    ----------
    dated : bool
        Whether a deadline governs the clause.
    rule : bool
        Whether the clause is a rule (`is_rule`); the numbers of a report are never asked about.
    aside : bool
        Whether the clause stands in brackets, where only a written comparator makes a target.
    """

    clause: str
    quantity: Quantity
    predicate: Predicate
    dated: bool
    rule: bool = False
    aside: bool = False

    @cached_property
    def before(self) -> str:
        """What stands in front of the number."""
        return self.clause[: self.quantity.start]

    @cached_property
    def after(self) -> str:
        """What stands behind the number and its unit."""
        return self.clause[self.quantity.stop :]

    @cached_property
    def ends(self) -> bool:
        """Whether a phrase ends behind the number."""
        return bool(_BOUNDARY.match(self.after))

    @property
    def signed(self) -> bool:
        """Whether a sign such as ≥ stands at the number."""
        return self.before[-1:] in _SIGNS

    @property
    def named(self) -> bool:
        """Whether a word stands in front of what governs the number: what is measured."""
        return self.predicate.start > 0

    @property
    def kind(self) -> str:
        """The kind of the number."""
        return self.quantity.kind

    @property
    def direct(self) -> bool:
        """Whether a verb or comparator stands at the number."""
        return self.predicate.direct

    @property
    def verb(self) -> str | None:
        """The kind of the nearest verb farther left."""
        return self.predicate.verb

    @property
    def verb_at_number(self) -> bool:
        """Whether nothing stands between that verb and the number."""
        return self.predicate.verb_end == self.predicate.start

    @property
    def of_people(self) -> bool:
        """Whether people or households are counted."""
        return (self.quantity.unit or "").lstrip(_SCALES) in _SERVED_UNITS

    @property
    def compared(self) -> bool:
        """Whether a comparator is written before or behind the number."""
        return self.quantity.comparator is not None or self.predicate.comparator is not None

    @property
    def compared_share(self) -> bool:
        """Whether the number is a share with a comparator, and no parameter of a rule."""
        return self.kind == "ratio" and self.compared and not self.rule

    @property
    def share_of_bearers(self) -> bool:
        """Whether the number is a share of somebody, without a deadline: 30%的企业."""
        of = _WHO.match(self.after) or (self.after[:1] == "的" and not self.direct)
        return self.kind == "ratio" and not self.dated and bool(of)


@dataclass(frozen=True)
class Example:
    """A clause whose number at a place among its numbers one rule decides."""

    clause: str
    at: int = 0
    dated: bool = False
    aside: bool = False

    def case(self) -> Case:
        """Return the example as a case to be decided."""
        quantity = [each for run in find_quantities(self.clause) for each in run][self.at]
        predicate = read_predicate(self.clause, 0, quantity.start)
        return Case(
            clause=self.clause,
            quantity=quantity,
            predicate=predicate,
            dated=self.dated,
            rule=is_rule(self.clause),
            aside=self.aside,
        )


@dataclass(frozen=True)
class Rule:
    """One step of the chain: where it applies, its verdict holds and nothing below it is asked."""

    name: str
    applies: Callable[[Case], bool]
    verdict: bool
    example: Example


def deciding_rule(case: Case) -> Rule:
    """Return the rule that decides whether the plan wants a number reached.

    Examples
    --------
    >>> rule = deciding_rule(Example("绿地覆盖率达到45%").case())
    >>> rule.name, rule.verdict
    ('governed', True)
    """
    return next(rule for rule in RULES if rule.applies(case))


def _spelt_name(case: Case) -> bool:
    """Return whether a number in Chinese numerals belongs to a name (三项制度), because nothing shows that it counts."""
    if not case.quantity.spelt or case.compared:
        return False
    value = case.quantity.value
    counts = case.verb == "wish" and case.verb_at_number and 1 < value < 100 and case.quantity.unit in _NAMED
    by_date = case.dated and value > 1 and (case.direct or (case.verb is not None and case.verb_at_number))
    return not (counts or by_date)


def _term(case: Case) -> bool:
    """Return whether a time is how long something is to take: 办理时间压缩至5天."""
    term = bool(_TERM.search(case.before)) or (case.dated and not case.rule)
    told = case.direct or (case.compared and bool(_TERM_HERE.search(case.before)))  # 优良天数310天以上
    return case.kind == "time" and told and term and not _PERIOD.search(case.before)


def _attribute(case: Case) -> bool:
    """Return whether a measure with a noun behind it is an attribute (10吨以下锅炉), not a verb's object (新增500万千瓦光伏)."""
    if case.kind != "measure" or case.ends:
        return False
    before, after, predicate = case.before, case.after, case.predicate
    if _CAPACITY.match(after) and _GAINS_CAPACITY.search(before[-8:]):
        return False
    if after[:1] == "的" or case.quantity.comparator == "<=":
        return not (_FUND.match(after) and predicate.direct and predicate.verb == "wish")
    if before.endswith("、") and predicate.verb_end >= predicate.start - 1:
        return False  # 完成100个村、500公里道路建设: the verb of the first holds
    if case.quantity.comparator is not None or not predicate.direct:
        return not _GAIN.search(before[-2:])
    return False


def _counted(case: Case) -> bool:
    """Return whether what is counted is the object of a verb, or stands at the end with a comparator, or comes to a result."""
    if case.kind != "count":
        return False
    alone = (case.ends and case.compared) or bool(_RESULT.search(case.after) or _REPEATED.search(case.before))
    return case.verb in {"wish", "inc", "dec"} or (case.verb is None and alone)


def _served(case: Case) -> bool:
    """Return whether a count of people or households is of those for whom something is done: 为10万名学员提供培训."""
    return case.of_people and bool(_FOR.search(case.before)) and bool(_SERVES.match(case.after))


def _count_describes(case: Case) -> bool:
    """Return whether a count with 的 behind it describes what follows: 50人的班组."""
    wanted = case.direct or case.verb == "wish" or (case.dated and not _ABOUT.match(case.before))
    return case.kind == "count" and case.after[:1] == "的" and not wanted


def _object(case: Case) -> bool:
    """Return whether a verb farther left has the number for its object; a measure need not be at the end: 安排500万元专项资金."""
    wanted = case.verb in {"wish", "inc", "dec"} or (case.ends and case.compared)
    return (case.ends or case.kind == "measure") and wanted


RULES: tuple[Rule, ...] = (
    Rule(
        "aside_without_comparator", lambda c: c.aside and not c.compared, False,
        Example("含新建站点20个", aside=True),
    ),
    Rule(
        "start_of_a_change", lambda c: bool(_FROM.search(c.before[-12:])), False,
        Example("覆盖率由35%提高到50%", dated=True),
    ),
    Rule(
        "sign_in_a_description", lambda c: c.signed and not (c.named and c.ends), False, Example("硬度≥5度的水源"),
    ),
    Rule(
        "parameter_of_a_rule", lambda c: c.rule and not (c.dated and c.direct), False,
        Example("按实际缴纳数返还50%"),
    ),
    Rule(
        "multiplied", lambda c: c.quantity.unit in {"番", "倍"} and c.clause[c.quantity.start] == "翻", True,
        Example("产值实现翻番"),
    ),
    Rule(
        "share_comes_to_a_result",
        lambda c: c.compared_share and not c.before and not _WHO.match(c.after) and bool(_RESULT.search(c.after)),
        True, Example("80%以上产能完成改造"),
    ),
    Rule(
        "share_of_a_capacity",
        lambda c: c.compared_share and c.verb == "wish" and bool(_CAPACITY.match(c.after)), True,
        Example("形成占最大负荷5%以上的响应能力"),
    ),
    Rule("bare_at_the_end", lambda c: c.kind == "bare" and c.direct and c.ends, True, Example("满意度达到95")),
    Rule("bare_in_passing", lambda c: c.kind == "bare", False, Example("推进网格化管理3")),
    Rule(
        "settled_within",
        lambda c: c.kind == "time" and c.quantity.comparator == "<=" and bool(_SETTLED.match(c.after))
        and c.verb == "wish",
        True, Example("实现报装2个工作日内办结"),
    ),
    Rule(
        "settles_as_a_rule",
        lambda c: c.kind == "time" and c.quantity.comparator == "<=" and bool(_SETTLED.match(c.after)), False,
        Example("申请材料5个工作日内办结"),
    ),
    Rule("term", _term, True, Example("办理时间压缩至5天")),
    Rule("other_time", lambda c: c.kind == "time", False, Example("公示期不少于5天")),
    Rule("spelt_name", _spelt_name, False, Example("落实三项制度")),
    Rule(
        "size_of_some", lambda c: c.kind == "measure" and "的" in c.after and bool(_SOME.search(c.before)), False,
        Example("壮大一批营收超10亿元、税收领先的企业"),
    ),
    Rule(
        "size_of_those_counted", lambda c: c.kind == "measure" and not c.ends and bool(_SIZE.match(c.after)), False,
        Example("培育产值超100亿元企业10家"),
    ),
    Rule(
        "exceeded_by_some",
        lambda c: not c.dated and c.verb is None and bool(_EXCEEDS.search(c.before[-2:]))
        and bool(_CONDITION.match(c.after)),
        False, Example("人口超过1万人的街道"),
    ),
    Rule("attribute", _attribute, False, Example("淘汰老旧的10吨以下锅炉")),
    Rule(
        "meeting", lambda c: c.quantity.unit == "次" and bool(_MEETS.search(c.before)), False,
        Example("每季度召开例会2次"),
    ),
    Rule(
        "once", lambda c: c.quantity.unit == "次" and c.quantity.value == 1 and not c.compared, False,
        Example("每月通报1次"),
    ),
    Rule(
        "size_in_a_list",
        lambda c: not c.dated and (c.verb is None or c.kind == "measure") and bool(_SORTED.match(c.after)), False,
        Example("用地不超过3000平方米、建筑不超过5000平方米的项目"),
    ),
    Rule(
        "one_at_least",
        lambda c: c.kind == "count" and c.quantity.spelt and c.quantity.value == 1 and not c.quantity.comparator
        and bool(_AT_LEAST.search(c.before[-8:])),
        True, Example("每个街道至少建成一个站点"),
    ),
    Rule(
        "one",
        lambda c: c.kind == "count" and c.quantity.spelt and c.quantity.value == 1 and not c.quantity.comparator,
        False, Example("每个街道不少于现有数量，达到一个站点"),
    ),
    Rule(
        "share_of_bearers_to_a_result",
        lambda c: c.share_of_bearers and c.verb == "wish" and bool(_RESULT.search(c.after)), True,
        Example("推动30%的企业完成改造"),
    ),
    Rule("share_of_bearers", lambda c: c.share_of_bearers, False, Example("对排名前列30%的企业加强辅导")),
    Rule(
        "all_of_a_size", lambda c: c.compared and c.of_people and bool(_ALL_OF.match(c.after)), False,
        Example("实现20户以上村庄通信全覆盖"),
    ),
    Rule("served", _served, True, Example("为10万名学员提供培训")),
    Rule("count_describes", _count_describes, False, Example("对50人的班组加强辅导")),
    Rule(
        "standard", lambda c: c.verb == "block" and not c.dated and bool(_STANDARD.match(c.after)), False,
        Example("按照每个街道不少于1座的标准"),
    ),
    Rule(
        "condition", lambda c: c.verb == "block" and c.verb_at_number and not c.dated, False,
        Example("按不低于15%配套"),
    ),
    Rule("dated", lambda c: c.dated and (c.direct or c.verb != "block"), True, Example("站点30个", dated=True)),
    Rule("dated_description", lambda c: c.dated, False, Example("依托现有站点30个", dated=True)),
    Rule("governed", lambda c: c.direct, True, Example("绿地覆盖率达到45%")),
    Rule(
        "rate",
        lambda c: c.kind == "ratio" and c.ends and not c.rule and c.verb is None and c.before.endswith("率")
        and not _NOW.search(c.before),
        True, Example("综合利用率94%"),
    ),
    Rule(
        "every_one",
        lambda c: c.kind == "ratio" and c.quantity.value == 100 and not c.rule and c.verb != "block" and c.named
        and bool(_BY_ALL.match(c.after)),
        True, Example("新建建筑100%执行绿色建筑标准"),
    ),
    Rule("counted", _counted, True, Example("新建站点30个")),
    Rule("only_counted", lambda c: c.kind == "count", False, Example("现有站点30个")),
    Rule("object", _object, True, Example("安排500万元专项资金")),
    Rule("mentioned", lambda c: True, False, Example("占地5公顷")),
)  # fmt: skip
