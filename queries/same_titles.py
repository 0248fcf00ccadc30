"""Plans of one title that stand side by side in a store, and why a load took them for different ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from graph.model.same_plan import PlanCard, bare_title, card_from, difference
from graph.stores.answer import Row
from graph.stores.store import Store
from queries.plans import scope

__all__ = ["same_title_rows"]

_PLANS = """
MATCH (p:Plan)
RETURN p.id AS id, p.title AS title, p.region AS region, p.number AS number, p.issued AS issued, p.issuers AS issuers,
  p.draft AS draft, p.source AS source, p.sha256 AS sha256, p.part AS part
ORDER BY id
"""
_TASKS = "MATCH (t:Task) WHERE t.plan_id IN $plans RETURN t.plan_id AS plan, t.title AS text ORDER BY plan, t.id"
_TARGETS = "MATCH (t:Target) WHERE t.plan_id IN $plans RETURN t.plan_id AS plan, t.text AS text ORDER BY plan, t.id"
_WORDS = {
    "part": "同一文件里的另一份",
    "place": "有一份地区不明",
    "year": "年份不同",
    "issuer": "发文机关不同",
    "date": "日期不同，地区不明",
    "tasks": "多数任务不同",
    None: "同一方案的另一版本",
}


def same_title_rows(store: Store, *, region: str | None = None, plan: str | None = None) -> Iterator[Row]:
    """Yield a row of the audit for each plan beside which another of its title stands that no 文号 tells from it."""
    limits = scope(store, region=region, plan=plan)
    for card, other in _pairs(store):
        why = difference(card, other)
        if why not in _WORDS or not _within(card, limits):
            continue
        yield {
            "region": card.region,
            "plan": card.title,
            "number": None,
            "part": None,
            "title": card.title,
            "agencies": [],
            "sentence": _words(card),
            "line": None,
            "task_id": None,
            "word": None,
            "reason": f"{_WORDS[why]}：{_words(other)}",
            "source": card.source,
            "plan_id": card.id,
            "target_id": None,
        }


def _pairs(store: Store) -> Iterator[tuple[PlanCard, PlanCard]]:
    """Yield each two plans of one title, the one with the later id first."""
    titles: dict[str, list[Row]] = defaultdict(list)
    for row in store.answer(_PLANS).records:
        titles[bare_title(row["title"] or "")].append(row)
    groups = [rows for rows in titles.values() if len(rows) > 1]
    if not groups:
        return
    ids: list[str] = [row["id"] for rows in groups for row in rows]
    texts: dict[str, tuple[list[str], list[str]]] = {key: ([], []) for key in ids}
    for at, query in enumerate((_TASKS, _TARGETS)):
        for found in store.answer(query, {"plans": ids}).records:
            texts[found["plan"]][at].append(found["text"])
    for rows in groups:
        cards = [card_from(row, *texts[row["id"]]) for row in rows]
        for at, card in enumerate(cards):
            yield from ((card, other) for other in cards[:at])


def _within(card: PlanCard, limits: dict[str, str]) -> bool:
    return limits["plan"] in ("", card.id) and limits["region"] in ("", card.region)


def _words(card: PlanCard) -> str:
    known = [card.number, card.issued, "征求意见稿" if card.draft else None, f"{card.tasks} 项任务"]
    return f"{card.source or card.id}（{'，'.join(filter(None, known))}）"
