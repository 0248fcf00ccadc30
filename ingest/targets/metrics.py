"""What a clause says something about: the metric of a number, and the claim of a dated clause without one.

The metric is what is left when the predicate is taken away from the right (明显下降) and the verbs of wishing from the
left (加快部署). 以…为重点, 按照…要求 and the like claim nothing: they lead in to the clause behind them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.targets.predicates import DECREASE, INCREASE, WISH, Change, Predicate
from ingest.targets.words import any_of

__all__ = ["QualitativeTarget", "claim", "clause_metric", "counted_metric", "each_of", "shared_metrics"]

_YEAR = r"(?:19|20)[0-9]{2}年"
_PERIOD = r"十[一二三四五六七]五(?:时期|期间|末期?)"
#: A part of the year in front of what is to be done in it, or alone: 上半年完成, 三季度前新增.
_IN_YEAR = rf"(?:(?:[上下]半年|第?[一二三四]季度)[底末]?之?前?(?={WISH}|{INCREASE}|\Z)|(?:全年|年内|当年)(?=\Z))"
#: What stands in front of a metric or of a verb and is part of neither: 力争三年内, 系统推进.
_ADVERB = rf"(?:{any_of('adverb')}|[一二两三四五0-9]{{1,2}}年内|系统(?=构建|推进|建立)|稳定(?=控制)|{_IN_YEAR})"
#: In front of a subject: 推动产能.
_SOFT = re.compile(
    rf"""(?:(?:
        {_ADVERB}
        |{any_of("soft")}
        |{_YEAR}[底末]?前?          # 2027年底前
        |{_PERIOD}                  # 十五五期间
        |[、.—]
    )(?!{any_of("part_of_noun")}))*""",
    re.VERBOSE,
)
#: In front of an object: 加快建设, 健全完善.
_HARD = re.compile(
    rf"""(?:(?:
        {_ADVERB}
        |(?:重点|全年|年内)(?={WISH})  # 重点培育, but 重点流域 is what it is about
        |{WISH}(?!{any_of("noun")}(?:[0-9]|\Z))  # 招聘会100场
        |{any_of("hard")}
        |创新(?=研发)
        |{_PERIOD}
        |[、.—]
    )(?!{any_of("part_of_noun", "task_noun")}))*""",
    re.VERBOSE,
)
_JOINS = re.compile(r"[、和与及]")
_ARRIVES = re.compile(any_of("arrival"))
_NOUN = re.compile(r"[的、]*")
_TRAIL = re.compile(
    rf"(?:(?:从|由)(?:(?:19|20)[0-9]{{2}}年[底末]?|{any_of('start_from')})?的?[0-9][^,]{{0,12}}|在(?:19|20)[0-9]{{2}}年[^在,]{{0,20}}基础上|[、和与及并,:]{{0,3}})\Z"
)
_LAST_VERB = re.compile(rf"(?:{WISH}|{INCREASE}|{DECREASE})\Z")
#: 管网改造累计完成30公里: that it is done is no part of its name.
_ENDS = re.compile(rf"(?:{any_of('wholly')})?{any_of('ends')}\Z")
_DEGREE = any_of("degree")
#: At the end of a clause, what its subject does: 明显改善, 全面覆盖.
_PREDICATE = re.compile(
    rf"""{_DEGREE}*(?:{INCREASE}|{DECREASE}|{any_of("turn")})\Z
    |{_DEGREE}{{1,4}}{any_of("turn_by_degree")}\Z""",
    re.VERBOSE,
)
_REACH = re.compile(rf"{any_of('thorough')}?(?:{any_of('level')}|不?{any_of('grade')})")
#: 二氧化碳排放达到峰值并稳中有降: two things are said of the subject.
_FIRST_OF_TWO = re.compile(rf"{any_of('level')}[^,]{{1,8}}?[并且](?:{WISH})?\Z")
_RISES = re.compile(rf"(?:{INCREASE}|增强)(?:了)?\Z")
_FALLS = re.compile(rf"(?:{DECREASE}|降)\Z|稳中有降")
#: 降幅不低于3%
_SPREAD = re.compile(
    rf"""(?:(?P<dec>{DECREASE})|(?P<inc>{INCREASE}|增))
    (?:幅度|幅|速度)?
    (?:不?[高低大小快]于|超过|优于)""",
    re.VERBOSE,
)
_ACTS = re.compile(rf"{_ADVERB}*(?:(?P<dec>{DECREASE})|(?P<inc>{INCREASE}))(?!{any_of('never_turns')})")
#: What claims nothing and leads in to the clause behind it.
_ADJUNCT = re.compile(
    rf"""(?:
    以.*(?:为[^,]{{1,4}}|{any_of("role_noun")})               # 以老旧小区为重点
    |.*{any_of("occasion")}                                    # 在稳定产量的前提下
    |{any_of("guide")}.*{any_of("guided")}                     # 按照统一部署要求
    |通过(?:(?!{any_of("achieves")}).)*{any_of("means")}       # 通过技术改造等方式
    |{any_of("announcer")}|包括.*                              # 其中
    )\Z""",
    re.VERBOSE,
)
_PREPOSITION = re.compile(any_of("preposition"))
#: A later date of the same year: 12月底前, 第四季度.
_MONTH = re.compile(
    r"(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?[底末初]?|年[底末]|[上下]半年|第?[一二三四]季度末?)(?:之?前)?(?=[一-鿿])"
)
#: Who has to do it, in front of a date: 各地要于3月底前报送.
_WHO = re.compile(rf"{any_of('obliged')}\Z")
_HEADING = re.compile(rf"{any_of('heading_lead')}*{any_of('heading')}(?:是|为|如下)?\Z")
#: 实现以下目标 announces what follows.
_ANNOUNCED = re.compile(rf"[^,]{{0,10}}(?:如下|(?:以下|下列)[^,]{{0,4}}{any_of('announced')})\Z")
_WHERE = re.compile(r"全[国省市县区州]|各[省市县区]|我[国省市县区]")
_TITLE = re.compile(rf"{any_of('title')}\Z")
_DOES = re.compile(rf"{WISH}(?!的)")
_VERB = re.compile(rf"{WISH}|{any_of('act')}")


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
        both = _FIRST_OF_TWO.search(clause, lead, subject)
        subject = both.start() if both and both.start() > lead else subject
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
        cut = end - len(verb.group()) if verb and not _ENDS.match(verb.group()) else end
        return _last_of_verbs(clause, floor, end) or _trimmed(_SOFT, clause, floor, cut)
    span = _trimmed(_HARD if counted or not predicate.direct else _SOFT, clause, start, end)
    return span if span[0] < span[1] else _last_of_verbs(clause, floor, end) or span


def deed(clause: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return where the verb right before a number stands if it can name what is counted: 培训5000人次, but not 完成10座 or 新增10座.

    Examples
    --------
    >>> deed("全年培训5000人次", 0, 4), deed("上半年完成10座", 0, 5)
    ((2, 4), None)
    """
    verb = _LAST_VERB.search(clause[max(floor, end - 8) : end])
    said = verb.group() if verb else ""
    return None if not said or _ENDS.match(said) or _RISES.fullmatch(said) else (end - len(said), end)


def _last_of_verbs(clause: str, floor: int, end: int) -> tuple[int, int] | None:
    """Return where the last of several verbs stands, which is what is done: 完成清淤30公里."""
    verb = deed(clause, floor, end)
    return verb if verb and _LAST_VERB.search(clause[max(floor, verb[0] - 8) : verb[0]]) else None


def _trimmed(lead: re.Pattern[str], clause: str, start: int, end: int) -> tuple[int, int]:
    match = lead.match(clause, start, end)
    start = match.end() if match else start
    trail = _TRAIL.search(clause[max(start, end - 32) : end])
    end = max(start, end - (len(trail.group()) if trail else 0))
    done = _ENDS.search(clause, max(start, end - 8), end)
    return start, done.start() if done else end


def counted_metric(clause: str, stop: int, following: int) -> tuple[int, int]:
    """Return where the noun behind a count stands: up to the next number or the end of the clause."""
    if clause[stop : stop + 1] in set("、和与及并且") or _ARRIVES.match(clause, stop):
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


_MEASURED_NOUN = re.compile(rf"[一-鿿]{{0,6}}?{any_of('noun_of_measure')}(?![^,。、;])")


def has_noun_of_measure(clause: str, stop: int) -> bool:
    """Return whether the noun behind a measure is what is measured: 形成30吉瓦时产能, 30亿元的产值.

    Examples
    --------
    >>> has_noun_of_measure("形成5万吨产能", 5), has_noun_of_measure("形成5万吨以上", 5)
    (True, False)
    """
    return clause[stop : stop + 1] == "的" or _MEASURED_NOUN.match(clause, stop) is not None


_PARTS = re.compile(r"、|(?<!饱)和(?!谐)|与|以及|(?<![普涉以])及(?![格时早以])")
_SECTOR = re.compile(any_of("sector"))
_MEASURED = re.compile(rf"{any_of('measured')}\Z")


def each_of(whole: str) -> list[str]:
    """Return the things of which each has a number: 示范县、示范镇各1个.

    Examples
    --------
    >>> each_of("学校、幼儿园"), each_of("国家级、省级平台"), each_of("乡镇")
    (['学校', '幼儿园'], ['国家级平台', '省级平台'], ['乡镇'])
    """
    parts = _PARTS.split(whole)
    if not all(parts):
        return [whole]
    *others, last = parts
    # 国家级、省级平台: the noun stands once, at the end.
    return [*(part + last.partition(part[-1])[2] if part[-1] in "级类型性" else part for part in others), last]


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
    kind = _SECTOR.search(last, 1)  # 甲材料、乙纤行业占比 are both of a 行业
    ending = last[kind.start() :] if kind else last[len(parts[-2]) :]
    return [part if part[-1] == last[-1] or _MEASURED.search(part) else part + ending for part in parts[:-1]] + [last]
