"""How a target below compares with the one above: same, stronger, weaker, later, earlier, missing, another base.

A share and a total are told apart: 645 万吨 of a city against 1 亿吨 of its province is the city's part of it and
neither stronger nor weaker. Percentages and growth compare whatever the size of the region.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from graph.words import Table

__all__ = ["TargetPair", "Verdict", "compare_targets", "metric_similarity", "pair_targets"]

Verdict = Literal["same", "stronger", "weaker", "later", "earlier", "missing", "different baseline"]
Target = Mapping[str, Any]

_WORDS = Table(__file__, "metrics")
_SIGNS = re.compile(r"[^一-鿿0-9A-Za-z]+")
#: Words of a metric that say how it is measured, not what.
_MEASURED = re.compile(_WORDS.pattern("measured"))
_SCALES = {word: float(10 ** int(power)) for word, power in _WORDS.meanings("scale").items()}
_SCALE = re.compile(f"^({_WORDS.pattern(*(f'scale.{power}' for power in _WORDS.meanings('scale').values()))})(?=.)")
#: Units that count the same: 30 个产业链 and 2 条产业链.
_COUNTED = frozenset(_WORDS.texts("counted"))
#: From here on two metrics are taken for one: anywhere, and in counterparts of each other.
_ALIKE = 0.75
_NEAR = 0.35
#: Characters that metrics share whatever they measure.
_COMMON = frozenset("产量占总率重比例数的能年")
#: What is counted by something does not add up over regions.
_EACH = re.compile(_WORDS.pattern("each"))
_NUMBERS = re.compile("[0-9]+")
_YEAR = re.compile("[到至]?20[0-9]{2}年底?前?")
_AMOUNT = re.compile("一批|若干|以上|左右")
#: Shorter words without number are in many texts.
_SENTENCE = 8


@dataclass(frozen=True)
class TargetPair:
    """A target above, its counterpart below or None, and the verdict; positions in the two lists.

    `task` is the id of a task below that says the same without number and year, where no target does.
    """

    up: int
    down: int | None
    verdict: Verdict
    task: str | None = None


def metric_similarity(one: str, other: str) -> float:
    """Return how alike two metrics are, from 0 to 1; one that holds the other whole counts nearly as equal.

    Examples
    --------
    >>> metric_similarity("水泥熟料产能", "水泥熟料产能"), metric_similarity("合成氨产能", "电炉钢产量")
    (1.0, 0.0)
    """
    first, second = (_subject(text) or text for text in (one, other))
    if first == second:
        return 1.0
    if min(len(first), len(second)) >= 4 and (first in second or second in first):
        return 0.9
    a, b = _pairs(first), _pairs(second)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@lru_cache(maxsize=4096)
def _subject(metric: str) -> str:
    """Return a metric without signs and without how it is measured."""
    return _MEASURED.sub("", _SIGNS.sub("", metric))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def pair_targets(
    upper: Sequence[Target],
    lower: Sequence[Target],
    linked: Iterable[tuple[str, str]],
    texts: Mapping[str, str] | None = None,
) -> list[TargetPair]:
    """Return each target above with its counterpart below, by an assignment over metric, unit, year and place.

    Parameters
    ----------
    upper, lower
        Rows of the question ``targets``.
    linked
        Pairs of ids of tasks that are counterparts: a target in one is looked for in the other first.
    texts
        What the tasks below say, by id.
    """
    places = set(linked)
    said = {task: _SIGNS.sub("", text) for task, text in (texts or {}).items()}
    below: dict[str, list[str]] = {}
    for task, other in sorted(places):
        below.setdefault(task, []).append(other)
    likeness = {(up, down): _likeness(upper[up], lower[down], places) for up, down in _near(upper, lower, places)}
    chosen = _assign(likeness, len(upper), len(lower))
    pairs = []
    for up, above in enumerate(upper):
        found = chosen.get(up)
        if found is None:
            # 能耗 and 二氧化碳排放 of two sentences above may be one sentence below.
            shared = [down for down in range(len(lower)) if _holds(above, lower[down], likeness.get((up, down), 0.0))]
            found = max(shared, key=lambda down: likeness[up, down], default=None)
        if found is not None:
            pairs.append(TargetPair(up, found, compare_targets(above, lower[found])))
            continue
        bare = _bare(above)
        words = [task for task in below.get(above["task_id"] or "", ()) if bare and bare in said.get(task, "")]
        pairs.append(TargetPair(up, None, "weaker", words[0]) if words else TargetPair(up, None, "missing"))
    return pairs


def _bare(target: Target) -> str:
    """Return what a target asks for without number and year, if it is more than a stock phrase."""
    words = _YEAR.sub("", _SIGNS.sub("", target["text"]))
    unit = _SIGNS.sub("", target["unit"] or "")
    words = _AMOUNT.sub("", re.sub(f"[0-9]+{re.escape(unit)}", "", words) if unit else words)
    return words if len(words) >= _SENTENCE else ""


def _near(upper: Sequence[Target], lower: Sequence[Target], places: set[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of targets that can be alike: metrics with something in common, or counterparts of each other."""
    holders: dict[str, list[int]] = {}
    tasks: dict[str, list[int]] = {}
    for down, target in enumerate(lower):
        for part in _parts(target["metric"]):
            holders.setdefault(part, []).append(down)
        if target["task_id"]:
            tasks.setdefault(target["task_id"], []).append(down)
    below: dict[str, list[int]] = {}
    for above, task in sorted(places):
        below.setdefault(above, []).extend(tasks.get(task, ()))
    for up, target in enumerate(upper):
        found = {down for part in _parts(target["metric"]) for down in holders.get(part, ())}
        yield from ((up, down) for down in sorted({*found, *below.get(target["task_id"], ())}))


def _parts(metric: str) -> frozenset[str]:
    subject = _subject(metric) or metric
    return _pairs(subject) | {subject}


def _likeness(above: Target, below: Target, places: set[tuple[str, str]]) -> float:
    alike = metric_similarity(above["metric"], below["metric"])
    # Both stand outside every task, in the overall goals; or in two counterparts.
    here = not (above["task_id"] or below["task_id"]) or (above["task_id"], below["task_id"]) in places
    if _NUMBERS.findall(above["metric"]) != _NUMBERS.findall(below["metric"]):
        return 0.0
    linked = (above["task_id"], below["task_id"]) in places
    if linked and alike < _NEAR and _same_demand(above, below):
        alike = _NEAR
    if alike < (_NEAR if here else _ALIKE):
        return 0.0
    units = _comparable(above["unit"], below["unit"])
    if above["value"] is not None and below["value"] is not None and not units:
        return 0.0
    due = bool(above["due"] == below["due"])
    same = above["value"] is not None and bool(above["value"] == below["value"])
    kind = bool(above["kind"] == below["kind"])
    return alike + 0.2 * here + 0.15 * due + 0.1 * same + 0.1 * kind


def _same_demand(above: Target, below: Target) -> bool:
    """Return whether two targets ask for the same number of something in the same year, whatever they call it."""
    if above["value"] is None or above["due"] is None:
        return False
    names = ("value", "unit", "due", "change")
    shared = {*_subject(above["metric"])} & {*_subject(below["metric"])} - _COMMON
    return bool(shared) and all(above[name] == below[name] for name in names)


def _assign(likeness: Mapping[tuple[int, int], float], above: int, below: int) -> dict[int, int]:
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    if not above or not below:
        return {}
    scores = np.zeros((above, below))
    for (up, down), value in likeness.items():
        scores[up, down] = value
    rows, columns = linear_sum_assignment(-scores)
    return {int(up): int(down) for up, down in zip(rows, columns, strict=True) if scores[up, down] > 0}


def _holds(above: Target, below: Target, likeness: float) -> bool:
    first, second = (_subject(row["metric"]) for row in (above, below))
    return likeness > 0 and len(first) >= 4 and first in second and "、" in below["metric"]


def compare_targets(above: Target, below: Target) -> Verdict:
    """Return how `below` compares with `above`; both are rows of the question ``targets``."""
    if above["value"] is None or below["value"] is None:
        if above["value"] is not None:
            return "weaker"
        if below["value"] is not None:
            return "stronger"
        return _by_due(above, below) or "same"
    if above["baseline"] and below["baseline"] and above["baseline"] != below["baseline"]:
        return "different baseline"
    first, second = _amount(above), _amount(below)
    if _is_total(above) and first != second:
        # A total of the region above is shared out among those below.
        return "different baseline" if second < first else "stronger"
    if first != second:
        less_is_more = above["comparator"] in ("<=", "<") and above["change"] == "level"
        return "stronger" if (second < first) == less_is_more else "weaker"
    return _by_due(above, below) or "same"


def _by_due(above: Target, below: Target) -> Verdict | None:
    if not above["due"] or not below["due"] or above["due"] == below["due"]:
        return None
    return "later" if below["due"] > above["due"] else "earlier"


def _is_total(target: Target) -> bool:
    """Return whether a value adds up over regions: no share, no growth, nothing counted by head or by household."""
    unit = target["unit"]
    if _EACH.search(target["metric"]):
        return False
    return unit is not None and not unit.startswith(("%", "‰", "个百分点", "百分点", "倍")) and "/" not in unit


def _amount(target: Target) -> float:
    unit = target["unit"] or ""
    scale = _SCALE.match(unit)
    return float(target["value"]) * (_SCALES[scale[1]] if scale else 1.0)


def _comparable(one: str | None, other: str | None) -> bool:
    first, second = (_SCALE.sub("", unit or "") for unit in (one, other))
    return first == second or (first in _COUNTED and second in _COUNTED)
