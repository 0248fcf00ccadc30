"""What a clause says something about: the metric of a number, and the claim of a dated clause without one.

The metric is what is left when the predicate is taken away from the right (明显下降) and the verbs of wishing from the
left (加快部署). 以…为重点, 按照…要求 and the like claim nothing: they lead in to the clause behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.targets.predicates import DECREASE, INCREASE, WISH, Change, Predicate

__all__ = ["QualitativeTarget", "claim", "clause_metric", "counted_metric", "shared_metrics"]

_ADVERBS = (
    "力争|争取|努力|分别|再(?!生|制造|就业|利用|贷|保)|[一二两三四五0-9]{1,2}年内|确保|预计|计划|原则上|基本(?!医|公共|养老|农田|生活|药|民生|殡葬|盘|面|功)|全面|加快|加速|加强|大力|积极|持续|深入|稳步|进一步|大幅度?|显著|明显|着力|初步|率先|逐步|不断|系统(?=构建|推进|建立)"
    "|稳定(?=控制)|有效(?!投资)|普遍|广泛|总体|累计|每年|年均|均|都|要|并|且|其中|同时|以及|和(?!谐)|及|与|在(?![建线校册])|使|将|把|至少|同步|统筹|有序|稳妥"
)
_SOFT = re.compile(
    rf"(?:(?:{_ADVERBS}|推动|推进|实现|促进|带动|控制|通过|(?:19|20)[0-9]{{2}}年[底末]?前?|十[一二三四五六七]五(?:时期|期间|末期?)|[、.—])(?!率|量(?!子)))*"
)
_HARD = re.compile(
    rf"(?:(?:{_ADVERBS}|重点(?={WISH})|{WISH}|研究|研发|创新(?=研发)|健全|完善|引导|鼓励|促进|支撑|保障(?!性|房)|强化|优化|应用|做好|用好|明确|助力"
    rf"|十[一二三四五六七]五(?:时期|期间|末期?)|探索|启动|扩大|提高|提升|降低|减少|控制|滚动|集中|分批|一批|若干|[、.—])(?!率|用地|量(?!子)|任务|工作|项目|工程))*"
)
_JOINS = re.compile(r"[、和与及]")
_RESULT = re.compile(r"大关|台阶|关口|进入|通过|实现|完成|达到|列入|纳入|入选")
_NOUN = re.compile(r"[的、]*")
_TRAIL = re.compile(
    r"(?:(?:从|由)(?:(?:19|20)[0-9]{2}年[底末]?|目前|现有)?的?[0-9][^，]{0,12}|在(?:19|20)[0-9]{2}年[^在，]{0,20}基础上|[、和与及并，]{0,3})\Z"
)
_LAST_VERB = re.compile(rf"(?:{WISH}|{INCREASE}|{DECREASE})\Z")
_DEGREE = (
    r"(?:大幅度?|显著|明显|进一步|持续|稳步|稳中有|不断|基本|全面|良好|有效|严格|逐步|广泛|初步|得到|取得|实现|更加|趋于|率先|普遍|较大|有所|逐年"
    r"|全部|充分|重大|积极|突破性?|阶段性)"
)
_PREDICATE = re.compile(
    rf"{_DEGREE}*(?:{INCREASE}|{DECREASE}|降|升|优化|改善|健全|完善|建立|建成|形成|达峰|清零|消除|遏制|解决|激发|缓解|增强|夯实|巩固|扭转|消化)\Z"
    rf"|{_DEGREE}{{1,4}}(?:应用|利用|控制|推广|推行|覆盖|规范|落实|兑现|释放|明晰|顺畅|畅通|便捷|合理|进展|突破|成效|成果|显现|发展|增长)\Z"
)
_REACH = re.compile(
    r"(?:基本|全面|总体)?(?:达到|处于|走在|位居|进入|跻身|成为|实现|取得|得到|不?[高低大小优快好]于|超过|保持)"
)
_RISES = re.compile(rf"(?:{INCREASE}|增强)(?:了)?\Z")
_FALLS = re.compile(rf"(?:{DECREASE}|降)\Z|稳中有降")
_SPREAD = re.compile(rf"(?:(?P<dec>{DECREASE})|(?P<inc>{INCREASE}|增))(?:幅度|幅|速度)?(?:不?[高低大小快]于|超过|优于)")
_ACTS = re.compile(rf"(?:{_ADVERBS})*(?:(?P<dec>{DECREASE})|(?P<inc>{INCREASE}))(?!率|幅|量|工程|行动|计划)")
_ADJUNCT = re.compile(
    r"(?:以.*(?:为[^，]{1,4}|抓手|重点|基础|目标|核心|主体|导向|引领|支撑|契机|牵引)"
    r"|.*(?:基础上|前提下|的同时|过程中|情况下|背景下|形势下|条件下)"
    r"|(?:按照?|根据|围绕|对照|结合|依据|针对|面向|紧扣|聚焦|锚定).*(?:方面|原则|要求|规定|部署|需要|需求|目标|任务)"
    r"|通过(?:(?!形成|实现|建成|达到|完成|打造|培育|使).)*(?:行动|工程|措施|手段|方式|努力|活动|渠道)"
    r"|(?:其中|同时|此外|另外|具体为|包括.*))\Z"
)
_PREPOSITION = re.compile(
    r"(?:以|按照?|根据|围绕|通过|依托|聚焦|在|针对|面向|结合|依据|经|随着|鉴于|对照|立足|紧扣|对|与)"
)
#: A later date of the same year: 12月底前, 第四季度.
_MONTH = re.compile(
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?[底末初]?|年[底末]|[上下]半年|第?[一二三四]季度末?)(?:之?前)?(?=[一-鿿])"
)
#: Who has to do it, in front of a date: 各地要于3月底前报送.
_WHO = re.compile(r"(?:要|应当?|必?须|需)\Z")
_HEADING = re.compile(
    r"(?:年度|主要|工作|重点|总体|发展|建设|预期|阶段性?|的)*(?:目标|任务|要点|安排|指标|计划|进度)(?:是|为|如下)?\Z"
)
#: 实现以下目标 announces what follows.
_ANNOUNCED = re.compile(r"[^，]{0,10}(?:如下|(?:以下|下列)[^，]{0,4}(?:目标|任务|要求|突破|成效|方面|指标))\Z")
_WHERE = re.compile(r"全[国省市县区州]|各[省市县区]|我[国省市县区]")
_TITLE = re.compile(r"(?:(?<!代)表|要点|方案|计划|规划|清单|通知|意见|总结|台账)\Z")
_DOES = re.compile(rf"(?:{WISH})(?!的)")
_VERB = re.compile(
    rf"{WISH}|提升|提高|增强|奠定|优化|完善|健全|促进|达到|取得|得到|进入|成为|加快|降低|减少|扩大|增长|下降|研究|支撑|保障|应用"
)


@dataclass(frozen=True)
class QualitativeTarget:
    """A dated statement without a number: where its metric stands in the clause, and what changes."""

    start: int
    end: int
    change: Change


def claim(clause: str, body: int, dates: Sequence[tuple[int, int]]) -> QualitativeTarget | None:
    """Return what the clause claims from `body` on, or None if it only leads in to another clause.

    Examples
    --------
    >>> found = claim("到2027年污水排放明显下降", 6, [])
    >>> ("到2027年污水排放明显下降"[found.start : found.end], found.change)
    ('污水排放', 'decrease')
    >>> claim("以重点流域为主体", 0, []) is None
    True
    """
    said = clause[body:].strip()
    month = _MONTH.match(clause, body)
    body = month.end() if month else body
    if (
        len(said) < 2
        or (_TITLE.search(said) and not _VERB.search(said))
        or _HEADING.fullmatch(said)
        or _ANNOUNCED.match(said)
        or _ADJUNCT.match(said)
    ):
        return None
    if _PREPOSITION.match(said) and not _VERB.search(said, 1):
        return None
    start = body + len(clause[body:]) - len(clause[body:].lstrip())
    end = len(clause.rstrip())
    change = _change(clause[start:end])
    for first, last in dates:
        # 排放在2030年前达峰: what stands before the date is the subject.
        if first > start:
            stop = first - (clause[first - 1] in "在于")
            if not _WHO.search(clause, start, stop):
                return QualitativeTarget(_behind(_SOFT, clause, start, first), stop, change)
        start = last
    subject = _subject_end(clause, start, end)
    if subject < end:
        lead = _behind(_SOFT, clause, start, subject)
        if subject - lead > 1 and not _HARD.fullmatch(clause, lead, subject):
            return QualitativeTarget(lead, subject, change)
    if _PREPOSITION.match(clause, start, end):
        verb = _DOES.search(clause, start + 1, end)
        start = verb.start() if verb and verb.end() < end else start
    return QualitativeTarget(_behind(_HARD, clause, start, end), end, change)


def _behind(lead: re.Pattern[str], clause: str, start: int, end: int) -> int:
    """Return where the words behind a lead-in begin; a lead-in that leaves nothing is none."""
    match = lead.match(clause, start, end)
    return match.end() if match and match.end() < end else start


def _subject_end(clause: str, start: int, end: int) -> int:
    """Return where the predicate at the right end begins, or `end` if the clause has none there."""
    spread = _SPREAD.search(clause, start, end)
    if spread:
        return spread.start()
    window = max(start, end - 24)
    predicate = _PREDICATE.search(clause[window:end])
    if predicate and window + predicate.start() > start:
        return window + predicate.start()
    return max((found.start() for found in _REACH.finditer(clause, start + 2, end)), default=end)


def _change(said: str) -> Change:
    spread = _SPREAD.search(said)
    if spread:
        return "decrease" if spread["dec"] else "increase"
    if _FALLS.search(said[-12:]):
        return "decrease"
    if _RISES.search(said[-12:]):
        return "increase"
    acts = _ACTS.match(said)
    if acts:
        return "decrease" if acts["dec"] else "increase"
    return "level"


def clause_metric(clause: str, floor: int, predicate: Predicate, counted: bool) -> tuple[int, int]:
    """Return where the metric before a number stands: its subject, or the object between verb and number."""
    start, end = floor, predicate.start
    if (predicate.verb in {"inc", "dec"} and not predicate.direct) or (counted and predicate.verb == "wish"):
        start = max(start, predicate.verb_end)
        where = _WHERE.match(clause, floor)
        if predicate.reached and not _HARD.fullmatch(clause, where.end() if where else floor, start):
            start = floor  # 优质均衡发展县达到5个: 发展 is part of what is counted
    if start >= end and predicate.direct:  # 经济组织达到100个: what looks like a verb ends a noun
        return _trimmed(_HARD, clause, floor, end)
    if start >= end:  # 丙完成30项: the verb stands at the number, what is before it is the subject
        lead = _HARD.match(clause, floor, end)
        if lead and lead.end() < end and _DOES.search(lead.group()):
            return _trimmed(_HARD, clause, floor, end)  # 完成管网改造30项: there 改造 is what is done
        verb = _LAST_VERB.search(clause[max(floor, end - 8) : end])
        start, end = floor, end - len(verb.group()) if verb else end
        return _trimmed(_SOFT, clause, start, end)
    return _trimmed(_HARD if counted or not predicate.direct else _SOFT, clause, start, end)


def _trimmed(lead: re.Pattern[str], clause: str, start: int, end: int) -> tuple[int, int]:
    match = lead.match(clause, start, end)
    start = match.end() if match else start
    trail = _TRAIL.search(clause[max(start, end - 32) : end])
    return start, max(start, end - (len(trail.group()) if trail else 0))


def counted_metric(clause: str, stop: int, following: int) -> tuple[int, int]:
    """Return where the noun behind a count stands: up to the next number or the end of the clause."""
    if clause[stop : stop + 1] in set("、和与及并且") or _RESULT.match(clause, stop):
        return stop, stop
    lead = _NOUN.match(clause, stop)
    start = lead.end() if lead else stop
    end = following
    if following < len(clause):
        cuts = [found.start() for found in _JOINS.finditer(clause, start, following)]
        if cuts:
            # 10个甲、20个乙, but 7个甲和丙、丁3个乙: there 丙 and 丁 belong to the next number.
            end = cuts[-1] if cuts[-1] == following - 1 else cuts[0]
    return start, max(start, end)


_PARTS = re.compile(r"、|(?<!饱)和(?!谐)|与|以及|(?<![普涉以])及(?![格时早以])")
_KIND = re.compile(r"行业|产业|企业|领域|地区|园区")
_MEASURED = re.compile(
    r"(?:率|量|额|数|比|比[例重]|面积|里程|规模|收入|产值|价格|能耗|水平|强度|浓度|指数|系数|长度|投资|成本|费用|时间|次)\Z"
)


def shared_metrics(whole: str, count: int) -> list[str]:
    """Return the metrics of a 分别 list: its parts, the ending of the last shared by those that lack it.

    Examples
    --------
    >>> shared_metrics("甲类、乙类回收率", 2)
    ['甲类回收率', '乙类回收率']
    >>> shared_metrics("新型材料、光纤行业占比", 2)
    ['新型材料行业占比', '光纤行业占比']
    """
    parts = _PARTS.split(whole)
    if len(parts) != count or not all(parts):
        return [whole] * count
    last = parts[-1]
    kind = _KIND.search(last, 1)  # 甲材料、乙纤行业占比 are both of a 行业
    ending = last[kind.start() :] if kind else last[len(parts[-2]) :]
    return [part if part[-1] == last[-1] or _MEASURED.search(part) else part + ending for part in parts[:-1]] + [last]
