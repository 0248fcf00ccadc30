"""The cascade of two plans of a store: links, what has no counterpart, what is new, targets and owners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.overrides.file import Override
from graph.stores.answer import Row
from graph.stores.store import Store
from queries.cascade.links import Link, Settled, find_links
from queries.cascade.owners import ByLine, OwnerChange, by_line, compare_owners
from queries.cascade.reasons import Surroundings
from queries.cascade.texts import TaskText
from queries.cascade.verdicts import TargetPair, pair_targets
from queries.catalogue import ask
from queries.owners import owners_of
from queries.plans import plan_of_region

__all__ = ["Cascade", "Rejected", "cascade"]


@dataclass(frozen=True)
class Rejected:
    """A pair of tasks (ids) that somebody looked at and took for no counterparts, and why."""

    up: str
    down: str
    note: str | None


@dataclass(frozen=True)
class Cascade:
    """What a plan below makes of a plan above.

    Attributes
    ----------
    above, below
        Rows of the question ``plans``.
    upper, lower
        Rows of the question ``tasks`` of the two plans.
    links
        Counterparts; positions count in `upper` and `lower`.
    upper_targets, lower_targets
        Rows of the question ``targets``.
    targets
        Each target above with its verdict.
    owners
        For a position in `links`, what changes among the owners.
    rejected
        Pairs of the two plans that were rejected by hand.
    """

    above: Row
    below: Row
    upper: Sequence[Row]
    lower: Sequence[Row]
    links: Sequence[Link]
    upper_targets: Sequence[Row]
    lower_targets: Sequence[Row]
    targets: Sequence[TargetPair]
    owners: Mapping[int, Sequence[OwnerChange]]
    rejected: Sequence[Rejected]

    @property
    def without(self) -> list[Row]:
        """The tasks above that have no counterpart."""
        linked = {link.up for link in self.links}
        return [row for at, row in enumerate(self.upper) if at not in linked]

    @property
    def new(self) -> list[Row]:
        """The tasks below that are the counterpart of none above."""
        linked = {link.down for link in self.links}
        return [row for at, row in enumerate(self.lower) if at not in linked]

    def to_json(self) -> dict[str, Any]:
        """Return the cascade as plain values: tasks as number and part, targets by where they stand."""
        return {
            "from": _plan(self.above),
            "to": _plan(self.below),
            "links": [
                {
                    "up": _place(self.upper[link.up]), "down": _place(self.lower[link.down]), "degree": link.degree,
                    "score": link.score, "why": link.why, "settled": link.settled,
                    "up_id": self.upper[link.up]["task_id"], "down_id": self.lower[link.down]["task_id"],
                    "up_title": self.upper[link.up]["title"], "down_title": self.lower[link.down]["title"],
                }
                for link in self.links
            ],
            "up_without": [_place(row) for row in self.without],
            "down_new": [_place(row) for row in self.new],
            "targets": [
                {
                    "up": _target(self.upper_targets[pair.up]),
                    "down": None if pair.down is None else _target(self.lower_targets[pair.down]),
                    "down_task": pair.task,
                    "verdict": pair.verdict,
                }
                for pair in self.targets
            ],
            "owners": [
                {
                    "up": _place(self.upper[self.links[at].up]), "down": _place(self.lower[self.links[at].down]),
                    "verdict": change.verdict, "up_agency": change.up_agency, "down_agency": change.down_agency,
                    "up_role": change.up_role, "down_role": change.down_role, "functional_line": change.functional_line,
                }
                for at, changes in self.owners.items()
                for change in changes
            ],
            "rejected": [{"up_id": each.up, "down_id": each.down, "note": each.note} for each in self.rejected],
        }  # fmt: skip


def cascade(store: Store, upper: str, lower: str, *, overrides: Sequence[Override] = ()) -> Cascade:
    """Compare two plans of a store, the first above the second.

    Parameters
    ----------
    store
        An open store.
    upper, lower
        The plans: a region that has one plan, or the id, number or title of a plan.
    overrides
        Entries of the kind ``counterpart`` say which pairs were accepted or rejected by hand.

    Raises
    ------
    UnknownNameError
        If no plan, or more than one, is meant.
    """
    plans = [plan_of_region(store, text) for text in (upper, lower)]
    above, below = (_records(store, "tasks", plan) for plan in plans)
    settled = {(each.values["up"], each.values["down"]): each for each in overrides if each.kind == "counterpart"}
    accepted: Settled = {pair: each.values["verdict"] == "accept" for pair, each in settled.items()}
    links = find_links([TaskText.of(row) for row in above], [TaskText.of(row) for row in below], accepted)
    owners = _Owners.of(store, above, below, links)
    wanted, found = (_records(store, "targets", plan) for plan in plans)
    linked = [(above[link.up]["task_id"], below[link.down]["task_id"]) for link in links]
    around = Surroundings.of(store, {each for pair in linked for each in pair})
    here = [{row["task_id"] for row in rows} for rows in (above, below)]
    return Cascade(
        above=plans[0],
        below=plans[1],
        upper=above,
        lower=below,
        links=[
            replace(link, why="；".join([link.why, *around.reasons(*pair), *owners.shared(link)]))
            for link, pair in zip(links, linked, strict=True)
        ],
        upper_targets=wanted,
        lower_targets=found,
        targets=pair_targets(wanted, found, linked, {row["task_id"]: row["text"] for row in below}),
        owners={at: owners.changes(link) for at, link in enumerate(links)},
        rejected=[
            Rejected(up, down, settled[up, down].note)
            for (up, down), accept in accepted.items()
            if not accept and up in here[0] and down in here[1]
        ],
    )


def _records(store: Store, question: str, plan: Row) -> list[Row]:
    return ask.answer(store, question, plan=plan["id"]).records


@dataclass(frozen=True)
class _Owners:
    """Owners of the tasks of two plans by functional line, and which tasks are counterparts."""

    above: Mapping[int, ByLine]
    below: Mapping[int, ByLine]
    links: Sequence[Link]

    @classmethod
    def of(cls, store: Store, above: Sequence[Row], below: Sequence[Row], links: Sequence[Link]) -> _Owners:
        owners = owners_of(store, [row["task_id"] for row in (*above, *below)])
        lines = {row["id"]: row["functional_line"] for row in ask.answer(store, "agencies").records}
        upper, lower = (
            {at: by_line(owners.get(row["task_id"], []), lines) for at, row in enumerate(rows)}
            for rows in (above, below)
        )
        return cls(upper, lower, links)

    def changes(self, link: Link) -> list[OwnerChange]:
        """Return what changes; who answers in another counterpart of the same task was neither dropped nor added."""
        kept = {line for each in self.links if each.up == link.up for line in self.below[each.down]}
        known = {line for each in self.links if each.down == link.down for line in self.above[each.up]}
        return [
            change
            for change in compare_owners(self.above[link.up], self.below[link.down])
            if not (change.verdict == "owner dropped" and change.functional_line in kept)
            and not (change.verdict == "owner added" and change.functional_line in known)
        ]

    def shared(self, link: Link) -> list[str]:
        """Return the lines that answer on both sides, as a reason."""
        lines = [line for line in self.above[link.up] if line in self.below[link.down]]
        return [f"同条线：{'、'.join(lines)}"] if lines else []


def _plan(row: Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "region", "title", "number")}


def _place(row: Row) -> list[Any]:
    return [row["number"], row["part"]]


def _target(row: Row) -> dict[str, Any]:
    return {
        name: row[name]
        for name in ("section", "metric", "value", "unit", "due", "comparator", "change", "baseline", "text", "line")
    }
