"""Targets: every number that a plan wants reached, and every statement with a deadline year.

A date at the head of a sentence holds for its later clauses until another date comes; a date inside a clause
(二氧化碳排放2030年前达峰) holds for that clause only. A dated clause without a number is a qualitative target.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from graph.records import record
from ingest.targets.carried_dates import Handing
from ingest.targets.dates import Moment, find_moments, holds_date, is_deadline, last_day, looks_back
from ingest.targets.metrics import (
    claim,
    clause_metric,
    counted_metric,
    deed,
    each_of,
    has_noun_of_measure,
    shared_metrics,
)
from ingest.targets.passage import Passage, read_passage
from ingest.targets.predicates import Change, Predicate, is_report, is_rule, tells_past
from ingest.targets.quantities import Quantity, holds_number
from ingest.targets.selection import Taken, bare_comparator, take
from ingest.targets.words import any_of

__all__ = ["Target", "find_targets", "handed_on"]

_SENTENCE = re.compile(r"[^。!?\n]+")
#: What runs on for 400 characters without a comma is no prose; the cut keeps every pass over a clause short.
#: A colon before a sign parts nothing: 达标率：≥95%.
_CLAUSE = re.compile(r"(?:[^,;:]|(?<=[0-9]),(?=[0-9]{3}(?![0-9]))|(?<=[0-9]):(?=[0-9])|:(?=[≥≤≧≦⩾⩽<>=])){1,400}")
_LABEL = re.compile(rf"\s*(?:完成|办结)?(?:时限|时间):|{any_of('label_of')}(?:单位|部门):")
_LEAD_IN = re.compile(rf"(?:{any_of('lead_in', 'everywhere')}|　|[—、.]|[0-9]{{1,2}}[.、])*")
_COMPARES = re.compile(rf"{any_of('evenly')}?不?[高低大小优快好]于")
#: The most that a rule grants.
_CAP = re.compile(any_of("cap"))
_ITEM = re.compile(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[.、．](?![0-9])")
_BASE_YEAR = re.compile(rf"以(?P<year>(?:19|20)[0-9]{{2}})年(?:数据)?为{any_of('base_year')}")
#: 产值由2020年的300亿元，提高到500亿元: the clause says only where it starts from.
_START = re.compile(r"(?P<metric>[^,0-9]{2,30})(?:从(?!业|事)|由)[^,]{0,16}?[0-9.]{1,9}[^,0-9到至]{0,6}")
#: 接待300万人次、收入260亿元，均增长10%: what the next clause goes on about.
_BARE = re.compile(rf"(?<![^、和及与.]){any_of('start_from')}?(?P<name>[^,0-9、和及与]{{2,30}})(?=[0-9])")
_JOINT = re.compile(r"[、和及与]|以及")


@record
class Target:
    """A target: one number that the plan wants reached, or one dated claim.

    Attributes
    ----------
    text : str
        The clause that says so, verbatim; `start` and `end` are its offsets in the passage.
    comparator : str or None
        ``>=``, ``<=``, ``>``, ``<``, ``=`` or ``~``; None for a claim, as are `value` and `unit`.
    due : int or None
        The year that is written.
    due_derived : int or None
        The year that a period implies (“十四五”末: 2025), or among goals the sentence before, where no year is written.
    due_by : str or None
        The last day that meets the deadline, YYYY-MM-DD: of the month or quarter where one is written, else of the year.
    rule : str
        What decided that it is one: a rule of the chain (`ingest.targets.rules`), ``dated_claim``,
        ``indicator_table`` or ``amount_in_a_goal_column``.
    """

    text: str
    metric: str
    kind: Literal["quantitative", "qualitative"]
    change: Change
    comparator: str | None
    value: float | None
    unit: str | None
    due: int | None
    due_derived: int | None
    due_by: str | None
    baseline: int | None
    start: int
    end: int
    rule: str


@dataclass
class _Scope:
    """What a sentence has said so far: the dates that hold, its metrics, the unit of the last number, whether it grants something or looks back.

    `since` is the year the plan was written; a bare year before it looks back too. `base` is the year that all is compared with.
    `opened` tells whether the sentence begins with a date, `compared` the base year of the number before.
    """

    heads: list[Moment] = field(default_factory=list)
    period: Moment | None = None
    metrics: list[str] = field(default_factory=list)
    bare: str = ""
    unit: str | None = None
    governor: Predicate | None = None
    rule: bool = False
    report: bool = False
    since: int = 0
    base: int | None = None
    opened: bool | None = None
    compared: int | None = None


@dataclass
class _Clause:
    """A clause: its folded `text` stands `at` in the passage, its words begin at `start`, and `body` is behind its dates."""

    passage: Passage
    start: int
    at: int
    text: str
    body: int
    moments: Sequence[Moment]
    scope: _Scope

    def __post_init__(self) -> None:
        since = self.scope.since
        self.inner = [m for m in self.moments if m.start >= self.body and is_deadline(self.text, m, since)]
        self.heads = self.inner[-1:] or self.scope.heads
        self.opening = self.scope.heads if any(m.end <= self.body for m in self.moments) else []
        self.announced = bool(self.scope.period and self.scope.period.due)

    def words(self, start: int, end: int) -> str:
        return self.passage.words(self.at + start, self.at + end)

    def baseline(self, low: int, high: int) -> int | None:
        years = [m.due for m in self.moments if m.role == "baseline" and low <= m.start < high]
        return years[-1] if years else self.scope.base

    def statement(
        self,
        metric: str,
        change: Change,
        *,
        due: Moment | None,
        baseline: int | None,
        comparator: str | None = None,
        value: float | None = None,
        unit: str | None = None,
        rule: str,
    ) -> Target:
        original = self.passage.original
        first, last = self.passage.span(self.start, self.at + len(self.text.rstrip()))
        first += len(original[first:last]) - len(original[first:last].lstrip())
        # The marks round 十四五 and round a deadline in brackets were not read, but belong to the words.
        first -= original[first - 1 : first] == "“"
        last += original[last : last + 1] in {"）", ")"} and any(mark in original[first:last] for mark in "（(")
        return Target(
            text=original[first:last],
            metric=metric,
            kind="qualitative" if value is None else "quantitative",
            change=change,
            comparator=comparator,
            value=value,
            unit=unit,
            due=due.due if due else None,
            due_derived=due.derived if due else None,
            due_by=last_day(due, self.text[self.body :]) if due else None,
            baseline=baseline,
            start=first,
            end=last,
            rule=rule,
        )


def find_targets(
    text: str,
    skip: Sequence[tuple[int, int]] = (),
    *,
    since: int = 0,
    handed: Moment | None = None,
    due: Moment | None = None,
) -> list[Target]:
    """Return the targets of one passage in text order.

    Parameters
    ----------
    text
        The joined text of a task or section.
    skip
        Spans of `text` to ignore, such as responsibility clauses.
    since
        The year the plan was written, 0 where it is unknown: what a sentence tells of a year before is a report.
    handed
        The date that what stands above hands on to numbers without one (`handed_on`).
    due
        The deadline of every sentence without a date of its own, such as the year in the header of a column.

    Examples
    --------
    >>> [(s.metric, s.comparator, s.value, s.unit, s.due) for s in find_targets("到2027年，设施覆盖率达到80%，新建站点30个左右。")]
    [('设施覆盖率', '>=', 80.0, '%', 2027), ('站点', '~', 30.0, '个', 2027)]
    """
    passage = read_passage(text, skip)
    if not (due or passage.asides or holds_date(passage.chars) or holds_number(passage.chars)):
        return []  # so nearly every second one
    found: list[Target] = []
    starts: list[int] = []
    dates: list[Moment | None] = []
    hands = Handing(passage.chars, handed)
    for sentence in _SENTENCE.finditer(passage.chars):
        words = sentence.group()
        period = hands.at(sentence.start())
        starts.append(passage.at[sentence.start()])
        dates.append(None)
        # Most sentences hold neither a date nor a number, and nothing in them can be a target.
        if not (due or holds_date(words) or holds_number(words)):
            continue
        scope = _Scope(heads=[due] if due else [], since=since, period=period)
        if "\t" not in words and not _LABEL.match(words):
            found.extend(_read(passage, sentence.start(), sentence.end(), scope))
        dates[-1] = scope.heads[-1] if scope.heads else None
        hands.take(words, scope.heads if not scope.report else [], opened=bool(scope.opened))
    for aside in passage.asides:
        # A remark in brackets has the date of the sentence that it interrupts.
        at = bisect_right(starts, aside.at[0]) - 1 if aside.chars else -1
        date = dates[at] if at >= 0 else None
        scope = _Scope([date] if date else [])
        for sentence in _SENTENCE.finditer(aside.chars):
            found.extend(_read(aside, sentence.start(), sentence.end(), scope, aside=True))
    return sorted(found, key=lambda statement: statement.start)


def handed_on(text: str, *, since: int = 0) -> Moment | None:
    """Return the date that a passage hands on to the items below it: 到2027年，实现以下目标：, or the last one in a section of goals.

    Examples
    --------
    >>> handed_on("到2027年，实现以下目标：").due, handed_on("到2027年，产量达到3万吨。")
    (2027, None)
    >>> found = handed_on("主要目标。到2027年，体系基本建成。")
    >>> found.due, found.derived
    (None, 2027)
    """
    passage = read_passage(text)
    hands = Handing(passage.chars, None)
    for sentence in _SENTENCE.finditer(passage.chars):
        hands.at(sentence.start())
        if not holds_date(sentence.group()):
            continue
        scope = _Scope(since=since)
        list(_read(passage, sentence.start(), sentence.end(), scope))
        hands.take(sentence.group(), scope.heads if not scope.report else [], opened=bool(scope.opened))
    return hands.lead


def _read(passage: Passage, low: int, high: int, scope: _Scope, *, aside: bool = False) -> Iterator[Target]:
    start: int | None = None
    for match in _CLAUSE.finditer(passage.chars, low, high):
        text = match.group()
        moments = list(find_moments(text))
        body = _open(text, moments, scope)
        start = match.start() if start is None else start
        base = _BASE_YEAR.fullmatch(text)
        if base:
            scope.base, start = int(base["year"]), None
            continue
        if not text[body:].strip("、 "):
            continue  # the date alone: its words belong to the next clause
        scope.report = tells_past(text, scope.report)
        grants = is_rule(text)
        if not (moments or scope.heads or holds_number(text)):
            # Without a date and a number it only goes on with what the sentence says.
            scope.governor, scope.rule, start = None, scope.rule or grants, None
            continue
        clause = _Clause(passage, start, match.start(), text, body, moments, scope)
        report = scope.report or is_report(text)
        rule = grants or (scope.rule and bool(_CAP.search(text)))
        taken = take(text, body, scope.governor, dated=bool(clause.heads or clause.announced), rule=rule, aside=aside)
        begins = None if taken else _START.fullmatch(text, body)
        if begins:
            scope.metrics, start = [clause.words(body, begins.end("metric"))], None
            continue
        if report or not taken:
            scope.bare = "、".join(clause.words(*bare.span("name")) for bare in _BARE.finditer(text, body))
        said = list(_numbers(clause, taken))
        if report:
            taken, said = [], []  # but what it tells of is what the next clause goes on about
        scope.governor = taken[-1].predicate if taken else None
        yield from said
        # A rule's later clauses belong to the rule: 暂免收取费用，对困难企业优先办理.
        scope.rule = scope.rule or grants
        if not (taken or aside or scope.rule or report):
            yield from _claims(clause)
        start = None


def _open(clause: str, moments: Sequence[Moment], scope: _Scope) -> int:
    """Take the dates at the head of a clause into the scope; return where the clause goes on behind them."""
    number = _ITEM.match(clause)
    body = number.end() if number else 0
    heads: list[Moment] = []
    for moment in moments:
        between = clause[body : moment.start]
        joins = bool(heads) and bool(_JOINT.fullmatch(between))
        alone = moment.firm and moment.end == len(clause)
        if not (joins or alone or (not heads and _LEAD_IN.fullmatch(between))) or moment.role in {"baseline", "other"}:
            break
        if moment.role == "period":
            scope.period = moment
        else:
            heads.append(moment)
        scope.report = looks_back(moment, scope.since)
        body = moment.end
    if scope.opened is None:
        scope.opened = bool(heads)
    if heads:
        scope.heads = heads
    return body


def _numbers(clause: _Clause, taken: Sequence[Taken]) -> Iterator[Target]:
    for index, each in enumerate(taken):
        run, predicate, floor = each.run, each.predicate, each.floor
        following = taken[index + 1].run[0].start if index + 1 < len(taken) else len(clause.text)
        metrics = _metrics(clause, floor, following, run, predicate)
        base = clause.baseline(floor, run[-1].stop)
        if not metrics:
            # It goes on about the last ones: 收入、人次…，年均分别增长8%和10%.
            metrics = clause.scope.metrics[-(len(run) if predicate.apart else 1) :]
            metrics = metrics or [clause.scope.bare or clause.words(clause.body, len(clause.text))]
            # 能耗比2020年下降15%，力争下降17%: still compared with 2020.
            base = base if predicate.change == "level" else base or clause.scope.compared
        clause.scope.compared = base
        clause.scope.metrics += metrics
        clause.scope.unit = run[-1].unit
        if len(metrics) < len(run):
            metrics *= len(run)
        dues = [moment for moment in clause.inner if moment.start < run[0].start][-1:] or clause.opening or clause.heads
        for place, (quantity, metric, rule) in enumerate(zip(run, metrics, each.rules, strict=True)):
            due = dues[place] if len(dues) == len(run) else dues[-1] if dues else None
            doubled = clause.text[quantity.start] == "翻"
            reached = None if doubled else predicate.comparator
            shares = each_of(metric) if clause.text[max(0, quantity.start - 1)] == "各" else [metric]
            for share in shares:
                yield clause.statement(
                    share,
                    "increase" if doubled else predicate.change,
                    due=due or clause.scope.period,
                    baseline=base,
                    comparator=quantity.comparator or reached or bare_comparator(clause.text, quantity, predicate),
                    value=quantity.value,
                    unit=quantity.unit,
                    rule=rule,
                )


def _claims(clause: _Clause) -> Iterator[Target]:
    dates = [
        (moment.start, moment.end)
        for moment in clause.moments
        if moment.start >= clause.body and moment.role != "other"
    ]
    said = claim(clause.text, clause.body, dates) if clause.heads else None
    if said is None:
        return
    metric = clause.words(said.start, said.end)
    if clause.scope.metrics and (len(metric) < 3 or _COMPARES.match(metric)):
        metric = clause.scope.metrics[-1]  # 投入强度达到3%，高于全国平均水平；2025年完成立项，2026年建成
    clause.scope.metrics.append(metric)
    yield clause.statement(
        metric, said.change, due=clause.heads[-1], baseline=clause.baseline(0, len(clause.text)), rule="dated_claim"
    )


def _metrics(clause: _Clause, floor: int, following: int, run: Sequence[Quantity], predicate: Predicate) -> list[str]:
    """Return the metric of each number of a run, or nothing if the clause does not name one."""
    text, stop = clause.text, run[-1].stop
    counted = run[0].kind == "count"
    start, end = clause_metric(text, floor, predicate, counted)
    behind = counted_metric(text, stop, following)
    share = run[0].kind == "ratio" and not predicate.direct  # 70%以上产能完成改造
    alone = start >= end or (share and text[run[0].start - 1] in "、和与及")
    nouns = behind[0] < behind[1] and (counted or (alone and (share or has_noun_of_measure(text, stop))))
    if nouns:
        start, end = behind
    whole = clause.words(start, end)
    if nouns and whole.endswith(("级", "性")) and following < len(text):
        # 7个万亿级和3个千亿级集群: the noun stands once, at the end.
        whole += clause.words(text.rfind(whole[-1]) + 1, len(text))
    if not whole:
        # Another unit counts something else than before, which its verb names: 新增学位200个，培训500人次.
        verb = (
            deed(text, floor, min(predicate.start, run[0].start))
            if counted and run[0].unit != clause.scope.unit
            else None
        )
        return [clause.words(*verb)] if verb else []
    dates = max(len(clause.heads), len(clause.inner))
    apart = predicate.apart and dates != len(run)  # two dates share out two numbers of one metric
    return shared_metrics(whole, len(run)) if len(run) > 1 and apart else [whole] * len(run)
