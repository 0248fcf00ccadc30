"""Many plans at once: what they share first, then the others in parallel sessions, as if they had come one after another.

Plans that are new and have no title or id in common with one under way write nodes of their own and relationships to
shared nodes; they disagree about nothing, so that their order makes no difference. Everything else (a version
that gives way, a shared node that changes) waits for those before it and goes alone.

A shared node that is new comes with the first plan that has it, in a transaction that is over before the others begin.
So none of them waits for another, and a loader that is killed leaves whole plans and no shared node that no plan reaches.
The turn of the writer is held in a transaction of its own meanwhile: nobody else takes a shared node away.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from graph.errors import StoreBusy, StoreError, StoreUnavailable
from graph.model.plan_rows import count_rows
from graph.model.rows import Rows, plan_of
from graph.model.same_plan import Editions, Placement, Shelf, place
from graph.stores.server.bolt import Server, Work
from graph.stores.server.plans import Arriving, create, end_turn, held_plans, load_plan, near, shared_rows, take_turn
from graph.stores.store import Outcome, Revise

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["PORTION", "Portion"]

#: Plans that are looked at together; no more of them are in memory.
PORTION = 200
#: Rows of a transaction: some twenty small plans, which costs half of what twenty transactions do. A plan with
#: more goes alone, its rows in batches.
_ROWS = 2_000


@dataclass(frozen=True)
class _New:
    """A plan that nothing gives way to: its place in the portion, where it goes, and its rows under the id that it gets."""

    at: int
    placed: Placement
    part: Arriving

    @property
    def rows(self) -> int:
        return count_rows(self.part.content)


class Portion:
    """Some plans on their way into the database.

    Parameters
    ----------
    server
        Where they go.
    parts
        The plans, in order.
    editions, revise
        As of `graph.stores.store.Store.load`.
    sessions
        How many transactions write at once.

    Attributes
    ----------
    found
        What became of each plan so far, by its place: its outcome, or why it was refused.
    """

    def __init__(
        self, server: Server, parts: Sequence[Arriving], editions: Editions, revise: Revise | None, sessions: int
    ) -> None:
        self._server = server
        self._editions = editions
        self._revise = revise
        self._sessions = sessions
        self._waiting = deque(enumerate(parts))
        self._shelf = Shelf()
        self._revised: dict[tuple[int, str], nx.MultiDiGraph] = {}
        self.found: dict[int, Outcome | StoreError] = {}

    def load(self) -> None:
        """Load all of them; one that the server refuses costs itself.

        Raises
        ------
        StoreUnavailable, StoreBusy
            If no more can be written; `found` has those that are in.
        """
        if len(self._waiting) == 1:
            self._alone(*self._waiting[0], turn=True)
        elif self._waiting:
            self._server.write(self._all)

    def _all(self, work: Work) -> None:
        # The driver calls it again if the connection is lost: it goes on with what is still waiting.
        take_turn(work)
        self._shelf = Shelf(near(work, [part.card for _at, part in self._waiting]))
        while self._waiting:
            run, fresh = self._agreeing(work, self._next())
            if len(run) > 1:
                for _each in run:
                    self._waiting.popleft()
                self._together(run, fresh)
                continue
            at, part = self._waiting.popleft()
            self._alone(at, part)
            self._look_again(work, self.found[at])
        end_turn(work)

    def _next(self) -> list[_New]:
        """Return the first of those waiting, as far as they are new and none is near another; they are on the shelf then."""
        run: list[_New] = []
        under_way: set[str] = set()
        for at, part in self._waiting:
            if any(card.id in under_way for card in self._shelf.near(part.card)):
                break
            placed = place(part.card, self._shelf, self._editions)
            # The id that it gets may be another's already, under another title.
            taken = any(card.id == placed.card.id for card in self._shelf.near(placed.card))
            if placed.older or placed.over is not None or taken:
                break
            each = _New(at, placed, part.named(placed.card).revised(self._revising(at)))
            if each.rows > _ROWS or each.part.card.id != placed.card.id:
                break
            run.append(each)
            under_way.add(placed.card.id)
            self._shelf.put(each.part.card)
        return run

    def _agreeing(self, work: Work, run: list[_New]) -> tuple[list[_New], dict[int, Rows]]:
        """Return the first of a run that say of shared nodes what is said of them already, and what shared rows each of them brings."""
        wanted = {key: row for each in run for key, row in each.part.shared.items()}
        there = shared_rows(work, wanted) if len(run) > 1 else {}
        taken = held_plans(work, [each.placed.card.id for each in run]) if len(run) > 1 else set()
        said = dict(there)
        count = 0
        for each in run:
            if each.placed.card.id in taken or any(
                said.setdefault(key, row) != row for key, row in each.part.shared.items()
            ):
                break
            count += 1
        for each in run[count if count > 1 else 0 :]:
            self._shelf.take(each.placed.card.id)
        fresh = {
            each.at: {key: row for key, row in each.part.shared.items() if key not in there} for each in run[:count]
        }
        return run[:count], fresh

    def _together(self, run: Sequence[_New], fresh: dict[int, Rows]) -> None:
        """Write plans that agree: first those that bring what several have, one transaction after another, then the rest at once."""
        common = {key for key, count in Counter(chain.from_iterable(fresh.values())).items() if count > 1}
        lacking = set(common)
        first = []
        for each in run:
            if lacking & fresh[each.at].keys():
                lacking -= fresh[each.at].keys()
                first.append(each)
        brought: set[tuple[str, ...]] = set()
        refused: list[_New] = []
        for bundle in _bundles(first):
            failed = self._write([bundle], fresh, brought)
            refused += failed
            if not failed:
                brought.update(key for each in bundle for key in fresh[each.at])
        bringing = {each.at for each in first}
        rest = [each for each in run if each.at not in bringing]
        # Where those that bring something were refused, the others bring it, one after another.
        ready = [each for each in rest if not (fresh[each.at].keys() & common) - brought]
        refused += [each for each in rest if each not in ready]
        refused += self._write(list(_bundles(ready)), fresh, brought)
        for each in sorted(refused, key=lambda each: each.at):
            self._alone(each.at, each.part)
            if isinstance(self.found[each.at], StoreError):
                self._shelf.take(each.placed.card.id)

    def _write(
        self, bundles: Sequence[Sequence[_New]], fresh: dict[int, Rows], brought: set[tuple[str, ...]]
    ) -> list[_New]:
        """Write some bundles at once and return the plans of those that were refused."""
        works = []
        for bundle in bundles:
            shared = {key: row for each in bundle for key, row in fresh[each.at].items() if key not in brought}
            works.append(partial(create, parts=[each.part for each in bundle], shared=shared))
        refused: list[_New] = []
        gone: StoreError | None = None
        for bundle, error in zip(bundles, self._server.write_each(works, sessions=self._sessions), strict=True):
            if error is None:
                for each in bundle:
                    self.found[each.at] = Outcome(each.placed.card, "added", None, each.placed.beside)
            elif isinstance(error, StoreUnavailable | StoreBusy):
                gone = gone or error
            else:
                refused += bundle
        if gone is not None:
            raise gone
        return refused

    def _alone(self, at: int, part: Arriving, *, turn: bool = False) -> None:
        work = partial(load_plan, part=part, editions=self._editions, revise=self._revising(at), turn=turn)
        try:
            self.found[at] = self._server.write(work)
        except (StoreUnavailable, StoreBusy):
            raise
        except StoreError as error:
            self.found[at] = error

    def _revising(self, at: int) -> Revise | None:
        """Return what revises a plan; it is asked once for each id that the plan may get, however often that is tried."""
        if self._revise is None:
            return None
        ask = self._revise

        def revise(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
            key = at, plan_of(graph)
            if key not in self._revised:
                self._revised[key] = ask(graph)
            return self._revised[key]

        return revise

    def _look_again(self, work: Work, found: Outcome | StoreError) -> None:
        """Put on the shelf what the database holds near a plan that was written."""
        if isinstance(found, StoreError) or found.state in ("unchanged", "older"):
            return
        for each in [*self._shelf.near(found.plan), *([found.over] if found.over else [])]:
            self._shelf.take(each.id)
        for card in near(work, [found.plan]):
            self._shelf.put(card)


def _bundles(plans: Sequence[_New]) -> Iterator[list[_New]]:
    """Yield plans in order, so many together as one transaction takes."""
    bundle: list[_New] = []
    rows = 0
    for each in plans:
        if bundle and rows + each.rows > _ROWS:
            yield bundle
            bundle, rows = [], 0
        bundle.append(each)
        rows += each.rows
    if bundle:
        yield bundle
