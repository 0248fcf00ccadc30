"""Which task below is the counterpart of which task above: an assignment first, then what was split or merged.

No fixed cut decides: a pair is compared with what else the two tasks could be paired with. Where texts share little,
equal subjects of their titles (钢铁 and 钢铁行业, 发展绿色金融) decide. Position decides nothing: one inserted item would
shift all behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from queries.cascade.texts import TaskText, shared_passages, similarity, title_similarity

__all__ = ["Degree", "Link", "Settled", "find_links"]

Degree = Literal["same", "partial"]
#: What was settled by hand: True for a pair that was accepted, False for one that was rejected.
Settled = Mapping[tuple[str, str], bool]

#: From here on the shared words alone make a counterpart, if neither task has a far better one.
_ENOUGH = 0.05
#: A pair that scores less than this share of what its task below scores elsewhere only quotes the same source.
_BESIDE_LOWER = 0.3
_BEST_BESIDE_LOWER = 0.25
_BESIDE_UPPER = 0.15
#: Titles this much alike make a counterpart out of a few shared words.
_TITLE = 0.7
_TITLE_ENOUGH = 0.01
_TITLE_BESIDE = 0.1
#: What an equal title adds to the score when tasks are assigned.
_TITLE_WEIGHT = 0.3
#: A task without counterpart so far takes the best of what is left: with this score, more than one sequence that both
#: alone hold, and nearly half of what the task below scores elsewhere.
_LEFT = 0.02
_LEFT_SEQUENCES = 1.5
_LEFT_BESIDE = 0.45
#: Or two that share most with each other, little as it is, and parts of their titles.
_MUTUAL = 0.03
_MUTUAL_TITLE = 0.35
#: From here on a pair is called the same, below it partial.
_SAME = 0.2


@dataclass(frozen=True)
class Link:
    """A task above and its counterpart below.

    Attributes
    ----------
    up, down
        Positions of the two tasks in their plans, from 0.
    degree
        ``same``, or ``partial`` where only some of the task is taken up, or it is merged into or split over others.
    score
        0 to 1: shared rare sequences over the shorter text, with what equal titles add.
    why
        The passages they share, the longest first, and what the titles add.
    settled
        True where the pair was accepted by hand.
    """

    up: int
    down: int
    degree: Degree
    score: float
    why: str
    settled: bool = False


def find_links(upper: Sequence[TaskText], lower: Sequence[TaskText], settled: Settled | None = None) -> list[Link]:
    """Return the counterparts among the tasks of two plans, by their position above and then below.

    Parameters
    ----------
    upper, lower
        The tasks of the plan above and of the plan below.
    settled
        Pairs of task ids that were accepted or rejected by hand; they go before every rule.
    """
    by_hand = settled or {}
    words, titles = similarity(upper, lower), _titles(upper, lower)
    accepted: list[set[int]] = [set() for _ in upper]
    ups, downs = ({task.task_id: at for at, task in enumerate(tasks)} for tasks in (upper, lower))
    for (above, below), verdict in by_hand.items():
        if above not in ups or below not in downs:
            continue
        if verdict:
            accepted[ups[above]].add(downs[below])
        else:
            words[ups[above]].pop(downs[below], None)
            titles[ups[above]].pop(downs[below], None)
    rows = [max(row.values(), default=0.0) for row in words]
    columns = [max((row.get(at, 0.0) for row in words), default=0.0) for at in range(len(lower))]
    called = [max((row.get(at, 0.0) for row in titles), default=0.0) for at in range(len(lower))]
    assigned = _assign(words, titles, len(lower))
    links: list[Link] = []
    for up in range(len(upper)):
        pairs = {
            down: _Likeness(
                words=words[up].get(down, 0.0),
                title=titles[up].get(down, 0.0),
                row=rows[up],
                column=columns[down],
                called=called[down],
                first=assigned.get(up) == down,
                shorter=min(len(upper[up].sequences), len(lower[down].sequences)),
            )
            for down in sorted({*words[up], *titles[up], *accepted[up]})
        }
        chosen = {at for at, pair in pairs.items() if at in accepted[up] or pair.by_words or pair.by_title}
        if not chosen:
            left = [at for at, pair in pairs.items() if pair.as_rest and not lower[at].is_box]
            mutual = [at for at, pair in pairs.items() if pair.mutual and not lower[at].is_box]
            left = left or [at for at in mutual if title_similarity(upper[up], lower[at]) >= _MUTUAL_TITLE]
            chosen = {max(left, key=lambda at: pairs[at].words)} if left else set()
        for down, likeness in pairs.items():
            by_us = down in accepted[up]
            if down in chosen:
                passages = shared_passages(upper[up], lower[down])
                links.append(
                    Link(
                        up=up,
                        down=down,
                        degree=likeness.degree,
                        score=likeness.score,
                        why=_why(passages, likeness.title),
                        settled=by_us,
                    )
                )
    return links


def _titles(upper: Sequence[TaskText], lower: Sequence[TaskText]) -> list[dict[int, float]]:
    """Return, for each task above, the tasks below whose title is much like its own."""
    holders: dict[str, list[int]] = {}
    for at, task in enumerate(lower):
        for pair in frozenset().union(*task.title_pairs):
            holders.setdefault(pair, []).append(at)
    found: list[dict[int, float]] = []
    for task in upper:
        near = {at for pair in frozenset().union(*task.title_pairs) for at in holders.get(pair, ())}
        likeness = {at: title_similarity(task, lower[at]) for at in sorted(near)}
        found.append({at: value for at, value in likeness.items() if value >= _TITLE})
    return found


def _assign(words: Sequence[Mapping[int, float]], titles: Sequence[Mapping[int, float]], below: int) -> dict[int, int]:
    """Return the best one-to-one assignment of tasks above to tasks below."""
    if not words or not below:
        return {}
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    scores = np.zeros((len(words), below))
    for up, row in enumerate(words):
        for down, score in row.items():
            scores[up, down] += score
        for down, title in titles[up].items():
            scores[up, down] += _TITLE_WEIGHT * title
    return {
        int(up): int(down) for up, down in zip(*linear_sum_assignment(-scores), strict=True) if scores[up, down] > 0
    }


@dataclass(frozen=True)
class _Likeness:
    """How alike two tasks are, beside what each of them shares most with another."""

    words: float
    title: float
    row: float
    column: float
    called: float
    first: bool
    shorter: int

    @property
    def by_words(self) -> bool:
        # The best that a task above has may be the smaller part of what one task below makes of several.
        beside = _BEST_BESIDE_LOWER if self.words == self.row else _BESIDE_LOWER
        # A passage quoted in passing counts less where another task above has the title of the one below.
        column = max(self.column, 0.0 if self.title else _TITLE_WEIGHT * self.called)
        return self.words >= _ENOUGH and self.words >= beside * column and self.words >= _BESIDE_UPPER * self.row

    @property
    def by_title(self) -> bool:
        if self.title < _TITLE:
            return False
        most = max(self.row, self.column)
        enough = self.words >= _TITLE_ENOUGH and self.words >= _TITLE_BESIDE * most
        return enough or (self.title == 1.0 and self.first and most < _ENOUGH)

    @property
    def as_rest(self) -> bool:
        enough = self.words >= _LEFT and self.words * self.shorter >= _LEFT_SEQUENCES
        return enough and self.words >= _LEFT_BESIDE * self.column

    @property
    def mutual(self) -> bool:
        """Whether neither of the two shares as much with any other."""
        return self.words >= _MUTUAL and self.words == self.row == self.column

    @property
    def degree(self) -> Degree:
        return "same" if self.first and (self.words >= _SAME or self.title >= _TITLE) else "partial"

    @property
    def score(self) -> float:
        return round(min(1.0, self.words + (_TITLE_WEIGHT * self.title if self.title >= _TITLE else 0.0)), 3)


def _why(passages: Sequence[str], title: float) -> str:
    reasons = [f"共有：{' | '.join(passages)}"] if passages else []
    if title >= _TITLE:
        reasons.append("标题相同" if title == 1.0 else "标题相近")
    return "；".join(reasons) or "共有罕用字串"
