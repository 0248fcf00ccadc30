"""Which plans are one plan: what two of them share, which is the newer, and what a load does with that.

A store never lets one plan take the place of another without a sentence, so every engine asks here before it
writes. What is compared stands on a `PlanCard`, a plan without its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from graph.model.columns import SHARED
from graph.model.identity import fold, make_id

if TYPE_CHECKING:
    import networkx as nx

__all__ = [
    "Difference",
    "Editions",
    "Placement",
    "PlanCard",
    "Shelf",
    "bare_title",
    "card_from",
    "card_of",
    "difference",
    "is_older",
    "new_ids",
    "place",
    "plan_key",
    "renamed",
]

#: What a load does with a version of a plan that the store holds: ``newer`` lets only an older one give way,
#: ``replace`` any, ``keep`` keeps both, ``exact`` looks at ids and at nothing else (for copies of stores).
Editions = Literal["newer", "replace", "keep", "exact"]

#: Why two plans of one title are two.
Difference = Literal["region", "place", "number", "part", "year", "issuer", "date", "tasks"]

_SIGNS = re.compile(r"[\W_]+")
#: Two plans that share less than this of their tasks have mostly other ones (twice the common by the sum of both).
_MOSTLY = 0.5
#: Under one number stand a plan and its list of tasks, which share next to nothing; a small plan may change altogether.
_NOTHING, _SMALL = 0.1, 3


@dataclass(frozen=True)
class PlanCard:
    """What tells a plan from others, and what a message says of it.

    Attributes
    ----------
    id, title, region, number, issued, issuers, draft, source, sha256, part
        As on the node of the plan.
    content
        The titles of its tasks, folded; of a plan without tasks the texts of its targets.
    tasks
        How many tasks it has.
    """

    id: str
    title: str
    region: str | None
    number: str | None
    issued: str | None
    issuers: tuple[str, ...]
    draft: bool
    source: str | None
    sha256: str | None
    part: int | None
    content: frozenset[str]
    tasks: int

    @property
    def spare_id(self) -> str:
        """The id it takes where another plan, or another edition that is kept, has its own."""
        mark = [self.sha256] if self.sha256 else sorted(self.content)
        return make_id("Plan", self.id, *mark, self.part or 1)


@dataclass(frozen=True)
class Placement:
    """Where a plan goes: under which id, what it takes the place of, and which plans of its title stay beside it.

    Attributes
    ----------
    card
        The plan, under the id that it has in the store.
    over
        The version that gives way; where `older` is true, the newer one that stays instead.
    older
        True if the plan is not loaded, because the store holds a newer version.
    beside
        Other plans of the same title, whose numbers do not tell them apart.
    """

    card: PlanCard
    over: PlanCard | None
    older: bool
    beside: tuple[PlanCard, ...]


class Shelf:
    """The cards of the plans that a store holds, by id and by title."""

    def __init__(self, cards: Iterable[PlanCard] = ()) -> None:
        self._cards: dict[str, PlanCard] = {}
        self._titles: dict[str, dict[str, None]] = {}
        for card in cards:
            self.put(card)

    def put(self, card: PlanCard) -> None:
        """Add a plan, in the place of one of its id."""
        self.take(card.id)
        self._cards[card.id] = card
        self._titles.setdefault(bare_title(card.title), {})[card.id] = None

    def take(self, plan_id: str) -> None:
        """Take a plan away, if it is there."""
        card = self._cards.pop(plan_id, None)
        if card is not None:
            del self._titles[bare_title(card.title)][plan_id]

    def near(self, card: PlanCard) -> list[PlanCard]:
        """Return the plans that may be `card`: of its title, or of its id."""
        ids = dict(self._titles.get(bare_title(card.title), {}))
        if card.id in self._cards:
            ids[card.id] = None
        return [self._cards[each] for each in sorted(ids)]


def plan_key(
    *,
    region: str | None,
    title: str,
    draft: bool,
    number: str | None,
    issued: str | None,
    issuers: Iterable[str],
) -> str:
    """Return the id of a plan: its region and title, with its 文号 or, where it has none, its year and issuers.

    Examples
    --------
    >>> about = {"region": "洛阳市", "title": "实施方案", "draft": False, "issued": None, "issuers": ()}
    >>> plan_key(number="洛政办〔2025〕1号", **about) == plan_key(number="洛政办[2025]1号", **about)
    True
    >>> plan_key(number="洛政办〔2025〕1号", **about) == plan_key(number="洛政办〔2025〕2号", **about)
    False
    """
    further = [number] if number else [(issued or "")[:4], *issuers]
    return make_id("Plan", region or "", title, "draft" if draft else "", *(further if any(further) else ()))


def bare_title(title: str) -> str:
    """Return a title without what two copies of it may write otherwise: width, blanks, brackets and quotation marks.

    Examples
    --------
    >>> bare_title("洛阳市“绿色园区”实施方案（试行）") == bare_title("洛阳市 绿色园区 实施方案(试行)")
    True
    """
    return _SIGNS.sub("", fold(title))


def card_from(plan: Mapping[str, Any], tasks: Iterable[str | None], targets: Iterable[str | None] = ()) -> PlanCard:
    """Return the card of a plan out of the properties of its node, the titles of its tasks and the texts of its targets."""
    titles = list(tasks)
    content = frozenset(fold(each) for each in titles if each) or frozenset(fold(each) for each in targets if each)
    return PlanCard(
        id=plan["id"],
        title=plan.get("title") or "",
        region=plan.get("region"),
        number=plan.get("number"),
        issued=plan.get("issued"),
        issuers=tuple(plan.get("issuers") or ()),
        draft=bool(plan.get("draft")),
        source=plan.get("source"),
        sha256=plan.get("sha256"),
        part=plan.get("part"),
        content=content,
        tasks=len(titles),
    )


def card_of(graph: nx.MultiDiGraph) -> PlanCard:
    """Return the card of the one plan of `graph`."""
    nodes = [data for _, data in graph.nodes(data=True)]
    plan = next(data for data in nodes if data["label"] == "Plan")
    return card_from(
        plan,
        (data.get("title") for data in nodes if data["label"] == "Task"),
        (data.get("text") for data in nodes if data["label"] == "Target"),
    )


def difference(one: PlanCard, other: PlanCard) -> Difference | None:
    """Return why two plans of one title are two plans; None if they are versions of one.

    A 文号 decides where both have one. A draft and what became of it may differ in issuer and by a year. Where the
    region of one is not known (two counties of one name write the same title), the other is another plan; where none
    is known, two days are two plans.
    """
    if one.region and other.region and one.region != other.region and one.id != other.id:
        return "region"
    if one.sha256 is not None and one.sha256 == other.sha256:
        return None if (one.part or 1) == (other.part or 1) else "part"
    if one.number and other.number:
        if fold(one.number) != fold(other.number):
            return "number"
        apart = _common(one, other) < _NOTHING and min(len(one.content), len(other.content)) >= _SMALL
        return "tasks" if apart else None
    return _difference_without_number(one, other)


def _difference_without_number(one: PlanCard, other: PlanCard) -> Difference | None:
    if bool(one.region) != bool(other.region):
        return "place"
    years = [int(card.issued[:4]) for card in (one, other) if card.issued and card.issued[:4].isdecimal()]
    apart = abs(years[0] - years[-1]) if years else 0
    drafted = one.draft != other.draft
    if apart > (1 if drafted else 0):
        return "year"
    if not drafted:
        if one.issuers and other.issuers and not _related(one.issuers, other.issuers):
            return "issuer"
        if not (one.region or other.region) and one.issued and other.issued and one.issued != other.issued:
            return "date"
    return "tasks" if _common(one, other) < _MOSTLY else None


def _related(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether two lists of issuers share one: 洛阳市人民政府 and its 办公室 are one here."""
    theirs = [fold(name) for name in other]
    return any(a.startswith(b) or b.startswith(a) for a in map(fold, one) for b in theirs)


def _common(one: PlanCard, other: PlanCard) -> float:
    """Return how much of their tasks two plans share, from 0 to 1."""
    size = len(one.content) + len(other.content)
    return 2 * len(one.content & other.content) / size if size else 1.0


def is_older(one: PlanCard, other: PlanCard) -> bool:
    """Return whether `one` is known to be an older version than `other`: a draft, or dated before it."""
    if one.draft != other.draft:
        return one.draft
    return bool(one.issued and other.issued and one.issued < other.issued)


def place(card: PlanCard, shelf: Shelf, editions: Editions) -> Placement:
    """Return what becomes of a plan in a store that holds what is on `shelf`."""
    near = shelf.near(card)
    taken = {each.id: each for each in near}
    if editions == "exact":
        return Placement(card, taken.get(card.id), older=False, beside=())
    why = {each.id: difference(card, each) for each in near}
    versions = [each for each in near if why[each.id] is None]
    # Under one number every plan is told apart by it; so are the regions.
    beside = tuple(each for each in near if why[each.id] not in (None, "number", "region"))
    same_file = [each for each in versions if card.sha256 is not None and each.sha256 == card.sha256]
    over = max(same_file or versions, key=lambda each: _rank(card, each), default=None)
    if editions == "keep" and not same_file:
        beside, over = (*beside, *versions), None
    if over is not None and editions == "newer" and not same_file and is_older(card, over):
        return Placement(card, over, older=True, beside=beside)
    if over is not None and over.id in (card.id, card.spare_id):
        return Placement(replace(card, id=over.id), over, older=False, beside=beside)
    card = replace(card, id=card.spare_id) if card.id in taken else card
    # Where even that id is taken, it is by the same content.
    return Placement(card, over or taken.get(card.id), older=False, beside=beside)


def _rank(card: PlanCard, each: PlanCard) -> tuple[bool, str, float, bool, str]:
    """Return what decides which of several editions a plan is a version of: the newest, then the most alike."""
    return (not each.draft, each.issued or "", _common(card, each), each.id == card.id, each.id)


def renamed(graph: nx.MultiDiGraph, plan_id: str) -> nx.MultiDiGraph:
    """Return the graph of a plan under another id of the plan; what belongs to it gets other ids with it."""
    import networkx as nx

    ids = new_ids(graph, plan_id)
    if not ids:
        return graph
    copy: nx.MultiDiGraph = nx.relabel_nodes(graph, ids, copy=True)
    for key in ids.values():
        data = copy.nodes[key]
        data["id"] = key
        if "plan_id" in data:
            data["plan_id"] = plan_id
        if data.get("task_id") in ids:
            data["task_id"] = ids[data["task_id"]]
    return copy


def new_ids(graph: nx.MultiDiGraph, plan_id: str) -> dict[str, str]:
    """Return the ids that what belongs to a plan gets when the plan gets another one."""
    return dict(_new_ids(graph, plan_id))


def _new_ids(graph: nx.MultiDiGraph, plan_id: str) -> Iterator[tuple[str, str]]:
    if plan_id in graph:
        return  # it bears this id already
    for key, data in graph.nodes(data=True):
        if data["label"] == "Plan":
            yield key, plan_id
        # An agency of no region is this plan's alone.
        elif data["label"] not in SHARED or (data["label"] == "Agency" and data.get("region") is None):
            yield key, make_id(data["label"], plan_id, key)
