"""What changed between two editions, and for which agencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from queries.cascade.verdicts import metric_similarity
from queries.editions.edition import Edition, TargetThere, TaskThere, words
from queries.editions.matching import match_tasks, moved

__all__ = ["Change", "Comparison", "Kind", "compare_editions"]

Kind = Literal[
    "added", "dropped", "moved", "reworded", "split", "joined", "lead changed", "owner added", "owner dropped",
    "role changed", "deadline changed", "target changed", "target added", "target dropped",
]  # fmt: skip
_NUMBERS = re.compile("[0-9]+")
#: Metrics this much alike are one metric under new words.
_ALIKE = 0.6


@dataclass(frozen=True)
class Change:
    """A difference.

    Attributes
    ----------
    kind
        What happened.
    old_number, new_number
        Where, in the two editions; None where there is nothing.
    title
        Of the task, or the metric of a target.
    old, new
        What stood and stands there: texts, agencies with role, deadlines.
    agencies
        Names of those for whom it changes something.
    """

    kind: Kind
    old_number: str | None
    new_number: str | None
    title: str
    old: str | None
    new: str | None
    agencies: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Two editions compared."""

    old: str
    new: str
    changes: Sequence[Change] = field(default_factory=list)

    def told(self) -> dict[str, list[Change]]:
        """Return the agencies to be told, each with what changes for it."""
        return {name: [self.changes[at] for at in places] for name, places in self._places().items()}

    def _places(self) -> dict[str, list[int]]:
        """Return by agency the positions of the changes that it is to be told."""
        found: dict[str, list[int]] = {}
        for at, change in enumerate(self.changes):
            for name in change.agencies:
                found.setdefault(name, []).append(at)
        return dict(sorted(found.items()))

    def to_json(self) -> dict[str, Any]:
        """Return the comparison as plain values; agencies name their changes by position."""
        return {
            "old": self.old,
            "new": self.new,
            "changes": [{**asdict(change), "agencies": list(change.agencies)} for change in self.changes],
            "agencies": self._places(),
        }


def compare_editions(old: Edition, new: Edition) -> Comparison:
    """Return what changed from one edition of a plan to another."""
    return Comparison(old.title, new.title, list(_changes(old, new)))


def _changes(old: Edition, new: Edition) -> Iterator[Change]:
    found = match_tasks(old.tasks, new.tasks)
    away = moved(old.tasks, new.tasks, found.pairs)
    yield from _targets(old.goals, new.goals, ())
    parts = set(found.split.values())
    wholes = set(found.joined.values())
    for at, task in enumerate(old.tasks):
        if at in found.pairs:
            after = new.tasks[found.pairs[at]]
            yield from _task(task, after, at in away, at in parts or found.pairs[at] in wholes)
        elif at in found.joined:
            yield _whole("joined", task, new.tasks[found.joined[at]])
        else:
            yield _whole("dropped", task, None)
    taken = set(found.pairs.values())
    for at, task in enumerate(new.tasks):
        if at in found.split:
            yield _whole("split", old.tasks[found.split[at]], task)
        elif at not in taken:
            yield _whole("added", None, task)


def _whole(kind: Kind, old: TaskThere | None, new: TaskThere | None) -> Change:
    there = [task for task in (old, new) if task is not None]
    return Change(
        kind=kind,
        old_number=old.number if old else None,
        new_number=new.number if new else None,
        title=there[-1].title or there[-1].text[:20],
        old=old.text if old else None,
        new=new.text if new else None,
        agencies=_names(*there),
    )


def _names(*tasks: TaskThere) -> tuple[str, ...]:
    return tuple(dict.fromkeys(owner.name for task in tasks for owner in task.owners.values()))


def _task(old: TaskThere, new: TaskThere, away: bool, divided: bool) -> Iterator[Change]:
    """Yield the changes of one task; the words of a task that was split or joined are told there."""

    def change(kind: Kind, before: str | None, after: str | None, agencies: Sequence[str]) -> Change:
        return Change(kind, old.number, new.number, new.title or old.title, before, after, tuple(agencies))

    everybody = _names(old, new)
    if away:
        yield change("moved", old.number, new.number, everybody)
    targets = list(_targets(old.targets, new.targets, everybody))
    if old.body != new.body and not divided and not _explained(old, new):
        yield change("reworded", old.text, new.text, everybody)
    yield from targets
    if (old.deadline or new.deadline) and words(old.deadline or "") != words(new.deadline or ""):
        yield change("deadline changed", old.deadline, new.deadline, everybody)
    yield from _owners(old, new, change)


def _explained(old: TaskThere, new: TaskThere) -> bool:
    """Return whether only numbers of targets and deadlines differ, which are told as such."""
    return _without(old, new) == _without(new, old)


def _without(task: TaskThere, other: TaskThere) -> str:
    body = task.body
    known = [(target.metric, target.demands) for target in other.targets]
    changed = [target.text for target in task.targets if (target.metric, target.demands) not in known]
    if task.deadline != other.deadline:
        changed.append(task.deadline or "")
    for text in map(words, changed):
        if text:
            body = body.replace(text, _NUMBERS.sub("", text), 1)
    return body


def _owners(old: TaskThere, new: TaskThere, change: Any) -> Iterator[Change]:
    leads = [[owner for owner in task.owners.values() if owner.role == "lead"] for task in (old, new)]
    gone = [owner for owner in leads[0] if owner.id not in {each.id for each in leads[1]}]
    come = [owner for owner in leads[1] if owner.id not in {each.id for each in leads[0]}]
    told: set[str] = set()
    if gone and come:
        before, after = ("、".join(owner.name for owner in each) for each in (gone, come))
        told = {owner.id for owner in (*gone, *come)}
        # Whoever works with the lead has to know too.
        yield change("lead changed", before, after, _names(old, new))
    for key, owner in old.owners.items():
        other = new.owners.get(key)
        if other is None:
            if key not in told:
                yield change("owner dropped", f"{owner.name}（{owner.role_word}）", None, [owner.name])
        elif owner.role != other.role and owner.role_word != other.role_word and key not in told:
            yield change(
                "role changed", f"{owner.name}（{owner.role_word}）", f"{other.name}（{other.role_word}）", [other.name]
            )
    for key, owner in new.owners.items():
        if key not in old.owners and key not in told:
            yield change("owner added", None, f"{owner.name}（{owner.role_word}）", [owner.name])


def _targets(old: Sequence[TargetThere], new: Sequence[TargetThere], agencies: Sequence[str]) -> Iterator[Change]:
    """Yield targets that demand something else, and those with a number that came or went."""
    left = list(new)
    waiting = []
    for target in old:
        same = next((each for each in left if each.metric == target.metric and each.demands == target.demands), None)
        if same is None:
            waiting.append(target)
        else:
            left.remove(same)
    for target in waiting:
        likeness = [metric_similarity(target.metric, each.metric) for each in left]
        best = max(likeness, default=0.0)
        other = left.pop(likeness.index(best)) if best >= _ALIKE else None
        if other is None:
            if target.demands["value"] is not None:
                yield _target("target dropped", target, None, agencies)
        elif other.demands != target.demands:
            yield _target("target changed", target, other, agencies)
    for target in left:
        if target.demands["value"] is not None:
            yield _target("target added", None, target, agencies)


def _target(kind: Kind, old: TargetThere | None, new: TargetThere | None, agencies: Sequence[str]) -> Change:
    there = [target for target in (old, new) if target is not None]
    return Change(
        kind=kind,
        old_number=old.section if old else None,
        new_number=new.section if new else None,
        title=there[-1].metric,
        old=old.text if old else None,
        new=new.text if new else None,
        agencies=tuple(agencies),
    )
