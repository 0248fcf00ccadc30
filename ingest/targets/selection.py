"""Which numbers of a clause the plan wants reached, and what governs each.

One verb may govern several numbers (培育甲10家、乙5家), also those of a next clause that only goes on (其中丙2家);
and a number may only tell which ones the next number is about (1000人以上村庄通达率达到100%).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.targets.predicates import Change, Predicate, read_predicate
from ingest.targets.quantities import Quantity, find_quantities
from ingest.targets.rules import Case, deciding_rule
from ingest.targets.words import any_of

__all__ = ["Taken", "bare_comparator", "take"]

_JOINS = re.compile(r"[、和与及]|以及")
_RATE = re.compile(rf"{any_of('rate_metric')}\Z")
_OWN = re.compile(any_of("own_verb"))
_STRIVES = re.compile(rf"{any_of('strive')}\Z")
_CUTS = re.compile(r"[、和与及,并]")
#: 增长6%，力争达到7%: the same growth once more.
_MORE = re.compile(rf"{any_of('strive')}(?:达到|达)?|达到?")
_SPEED = re.compile(rf"的(?:速度|幅度){any_of('pace')}?(?:(?P<dec>{any_of('pace_down')})|{any_of('pace_up')})")


class Taken(NamedTuple):
    """A run of numbers that is wanted, how it is governed, where its own words begin, and the rule that decided each number."""

    run: Sequence[Quantity]
    predicate: Predicate
    floor: int
    rules: tuple[str, ...]


def take(clause: str, floor: int, governor: Predicate | None, *, dated: bool, rule: bool, aside: bool) -> list[Taken]:
    """Return the runs of numbers that the clause wants reached; `governor` governs the clause before."""
    taken: list[Taken] = []
    runs = [run for run in find_quantities(clause) if run[0].start >= floor]
    grows = governor if governor and governor.change != "level" else None
    if not clause.startswith("其中", floor) and not (runs and (runs[0][0].start == floor or _goes_on(clause, runs))):
        governor = None  # 培育甲10家，其中乙5家: the verb holds for both
    if runs and runs[0][0].kind == "ratio" and _OWN.search(clause, runs[0][-1].stop):
        governor = None  # 80%以上产能完成改造 has its own verb
    for before, run, following in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        predicate = read_predicate(clause, floor, run[0].start)
        if _inside(clause, before[-1] if before else None, run) or (
            following and _sort(clause, run[-1], following[0], predicate)
        ):
            continue
        if governor and predicate.verb is None and not predicate.direct:
            joined = clause[predicate.start - 1] in "、和与及并"
            rate = run[0].kind == "ratio" and _RATE.search(clause[: run[0].start])  # 新增就业5万人，失业率4%: a level
            # 景区达到60家，其中4A级以上20家: what is a part of a wish, or stands beside one, is one.
            beside = clause.startswith("其中", floor) or (joined and not run[0].spelt)
            verb = "wish" if rate else governor.verb or ("wish" if beside else None)
            end = predicate.start if joined else floor
            predicate = predicate._replace(verb=verb, verb_end=end, change="level" if rate else governor.change)
        elif following and _attribute(clause, run[-1], following[0], predicate):
            continue
        more = run[-1].stop == len(clause) and _MORE.fullmatch(clause, floor, run[0].start)
        if grows and more and run[0].unit == grows.unit == "%":
            predicate = predicate._replace(verb=grows.verb or "wish", verb_end=run[0].start, change=grows.change)
        predicate = predicate._replace(change=_changed(clause, run[-1], predicate), unit=run[-1].unit)
        rules = _deciding(clause, run, predicate, dated=dated, rule=rule, aside=aside)
        if rules:
            taken.append(Taken(run=run, predicate=predicate, floor=floor, rules=rules))
            floor, governor = run[-1].stop, predicate
    return taken


def _deciding(
    clause: str, run: Sequence[Quantity], predicate: Predicate, *, dated: bool, rule: bool, aside: bool
) -> tuple[str, ...]:
    """Return the rule that takes each number of a run, or nothing if one of them is not wanted."""
    names: list[str] = []
    for quantity in run:
        decided = deciding_rule(
            Case(clause=clause, quantity=quantity, predicate=predicate, dated=dated, rule=rule, aside=aside)
        )
        if not decided.verdict:
            return ()
        names.append(decided.name)
    return tuple(names)


def _changed(clause: str, quantity: Quantity, predicate: Predicate) -> Change:
    """Return the change that words beside the predicate tell: 新增企业不少于5家, 以10%的速度增长."""
    if predicate.change == "level" and predicate.verb in {"inc", "dec"}:
        counted = quantity.kind in {"count", "measure"}
        if counted and not predicate.reached:
            return "increase" if predicate.verb == "inc" else "decrease"
    speed = _SPEED.match(clause, quantity.stop)
    return ("decrease" if speed["dec"] else "increase") if speed else predicate.change


def _goes_on(clause: str, runs: Sequence[list[Quantity]]) -> bool:
    """Return whether a clause is no more than the next thing that is counted: 新增甲5家，乙60家."""
    if len(runs) != 1 or runs[0][-1].stop != len(clause) or runs[0][0].start > 24:
        return False
    return runs[0][0].kind == "count" or (runs[0][0].kind == "ratio" and bool(_RATE.search(clause[: runs[0][0].start])))


def _inside(clause: str, before: Quantity | None, run: list[Quantity]) -> bool:
    """Return whether a number stands between a count and its noun: 20个年接待300万人次以上的景区."""
    if before is None:
        return False
    between = clause[before.stop : run[0].start]
    return (
        before.kind == "count" and run[-1].kind in {"count", "measure"}
        and clause[run[-1].stop : run[-1].stop + 1] == "的" and len(between) <= 12 and not _CUTS.search(between)
    )  # fmt: skip


def _sort(clause: str, this: Quantity, following: Quantity, predicate: Predicate) -> bool:
    """Return whether a measure only names the sort that is counted next: 220千伏变电站8座."""
    between = clause[this.stop : following.start]
    return (
        (this.kind, following.kind) == ("measure", "count") and bool(between) and not _CUTS.search(between)
        and not (this.comparator or predicate.direct or (predicate.verb and predicate.verb_end == predicate.start))
    )  # fmt: skip


def _attribute(clause: str, this: Quantity, following: Quantity, predicate: Predicate) -> bool:
    """Return whether a number tells which ones the next number is about: 1000人以上村庄通达率达到100%."""
    between = clause[this.stop : following.start]
    told = predicate.comparator or this.comparator
    return bool(
        told and this.kind != "ratio" and predicate.verb is None and between and not _JOINS.search(between)
        and (between[0] == "的" or not predicate.direct)
    )  # fmt: skip


def bare_comparator(clause: str, quantity: Quantity, predicate: Predicate) -> str:
    """Return the comparator of a bare number: what is striven for (力争20家) and a total that builds up is to be reached or passed."""
    total = quantity.kind == "count" and predicate.change == "level" and "累计" in clause[: quantity.start]
    strives = _STRIVES.search(clause, max(0, quantity.start - 4), quantity.start)
    return ">=" if total or strives else "="
