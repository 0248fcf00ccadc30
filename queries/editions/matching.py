"""Which task of the new edition is which of the old one: the same words first, then an assignment over likeness.

A task left over whose words stand in a task that found its own was split off from it, or joined into it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from queries.editions.edition import TaskThere

__all__ = ["Matching", "match_tasks", "moved"]

#: Share of the sequences of two tasks that they have in common, from which on one is the other reworded.
_REWORDED = 0.4
#: The same under an equal title or an equal number.
_NAMED = 0.2
#: Share of a task's own words in another from which on it was split off or joined.
_INSIDE = 0.6


@dataclass(frozen=True)
class Matching:
    """Positions of tasks in the old and the new edition.

    Attributes
    ----------
    pairs
        Old to new.
    split
        For a new task that was split off, the old one.
    joined
        For an old task that was joined into another, the new one.
    """

    pairs: Mapping[int, int]
    split: Mapping[int, int]
    joined: Mapping[int, int]


def match_tasks(old: Sequence[TaskThere], new: Sequence[TaskThere]) -> Matching:
    """Return which task is which."""
    pairs = _same_words(old, new)
    left = [at for at in range(len(old)) if at not in pairs]
    taken = set(pairs.values())
    right = [at for at in range(len(new)) if at not in taken]
    pairs |= _assigned(old, new, left, right)
    taken = set(pairs.values())
    split, joined = {}, {}
    for after in right:
        if after not in taken:
            source = _inside(new[after], [(at, old[at]) for at, to in pairs.items() if old[at].body != new[to].body])
            if source is not None:
                split[after] = source
    for before in left:
        if before not in pairs:
            goal = _inside(old[before], [(to, new[to]) for at, to in pairs.items() if old[at].body != new[to].body])
            if goal is not None:
                joined[before] = goal
    return Matching(dict(sorted(pairs.items())), split, joined)


def _same_words(old: Sequence[TaskThere], new: Sequence[TaskThere]) -> dict[int, int]:
    """Pair tasks of the same words; of several, those of the same number first, then in order."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, task in enumerate(new):
        places[task.body].append(at)
    pairs: dict[int, int] = {}
    for same_number in (True, False):
        for at, task in enumerate(old):
            if at in pairs:
                continue
            name = (task.number, task.part)
            free = [to for to in places[task.body] if not same_number or (new[to].number, new[to].part) == name]
            if free:
                pairs[at] = free[0]
                places[task.body].remove(free[0])
    return pairs


def _assigned(
    old: Sequence[TaskThere], new: Sequence[TaskThere], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    if not left or not right:
        return {}
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    scores = np.zeros((len(left), len(right)))
    for row, before in enumerate(left):
        for column, after in enumerate(right):
            one, other = old[before], new[after]
            likeness = _dice(one.sequences, other.sequences)
            numbered = (one.number, one.part) == (other.number, other.part)
            named = one.title == other.title or numbered
            if numbered and one.title == other.title:
                # What was joined with something longer keeps its number and title: it is still that task.
                shorter = min(len(one.sequences), len(other.sequences))
                inside = len(one.sequences & other.sequences) / shorter
                likeness = max(likeness, inside if inside >= _INSIDE else 0.0)
            if likeness >= (_NAMED if named else _REWORDED):
                scores[row, column] = likeness + 0.1 * named
    rows, columns = linear_sum_assignment(-scores)
    return {left[row]: right[column] for row, column in zip(rows, columns, strict=True) if scores[row, column] > 0}


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _inside(task: TaskThere, others: Sequence[tuple[int, TaskThere]]) -> int | None:
    shares = {at: len(task.sequences & other.sequences) / len(task.sequences) for at, other in others}
    best = max(shares, key=lambda at: shares[at], default=None)
    return best if best is not None and shares[best] >= _INSIDE else None


def moved(old: Sequence[TaskThere], new: Sequence[TaskThere], pairs: Mapping[int, int]) -> set[int]:
    """Return the old positions of tasks that stand in another section or order; a mere new number is no move."""
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for before, after in pairs.items():
        ways[old[before].parent][new[after].parent] += 1
    home = {parent: found.most_common(1)[0][0] for parent, found in ways.items()}
    away = {before for before, after in pairs.items() if home[old[before].parent] != new[after].parent}
    stay = [(before, after) for before, after in sorted(pairs.items()) if before not in away]
    return away | _out_of_order(stay)


def _out_of_order(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Return the first of each pair that does not belong to the longest run in which both sides increase."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int] = {}
    for at, (_, after) in enumerate(pairs):
        place = bisect_left(ends, after)
        if place == len(ends):
            ends.append(after)
            last.append(at)
        else:
            ends[place], last[place] = after, at
        before[at] = last[place - 1] if place else -1
    kept = set()
    at = last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return {old for at, (old, _) in enumerate(pairs) if at not in kept}
