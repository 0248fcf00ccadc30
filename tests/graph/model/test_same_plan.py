"""Which plans are one plan, and where each goes in a store."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.check import check
from graph.model.same_plan import (
    PlanCard,
    Shelf,
    bare_title,
    card_of,
    difference,
    is_older,
    place,
    plan_key,
    renamed,
)

TASKS = frozenset("甲乙丙丁")
PLAN = PlanCard(
    id="plan-1", title="洛阳市实施方案", region="洛阳市", number=None, issued="2025-03-01", issuers=("洛阳市人民政府",),
    draft=False, source="a.txt", sha256="a", part=1, content=TASKS, tasks=4,
)  # fmt: skip


def other(**changes):
    """Return the plan out of another file, with some changes."""
    return replace(PLAN, **{"sha256": "b", "source": "b.txt", **changes})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, None),
        ({"number": "洛政办〔2025〕1号"}, None),  # the copy of a web page often lacks it
        ({"issued": None, "issuers": ()}, None),
        ({"region": None}, "place"),  # one of several counties of a name
        ({"region": None, "sha256": "a"}, None),  # the same file, its region given by hand
        ({"issuers": ("洛阳市人民政府办公室",)}, None),
        ({"content": frozenset("甲乙丙戊")}, None),
        ({"draft": True, "issued": "2024-12-20", "issuers": ("洛阳市工业和信息化局",)}, None),
        ({"draft": True, "issued": "2023-12-20"}, "year"),
        ({"issued": "2024-03-01"}, "year"),
        ({"issuers": ("洛阳市财政局",)}, "issuer"),
        ({"content": frozenset("甲戊己庚")}, "tasks"),
        ({"id": "plan-2", "region": "开封市"}, "region"),
        ({"sha256": "a", "content": frozenset("戊")}, None),
        ({"sha256": "a", "part": 2}, "part"),
    ],
)
def test_why_two_plans_of_one_title_are_two(changes, why):
    assert difference(PLAN, other(**changes)) == difference(other(**changes), PLAN) == why


@pytest.mark.parametrize(
    ("number", "content", "why"),
    [
        ("洛政办[2025]1号", TASKS, None),
        ("洛政办〔2025〕2号", TASKS, "number"),
        ("洛政办〔2025〕1号", frozenset("戊己庚"), "tasks"),  # a plan and its list of tasks
        ("洛政办〔2025〕1号", frozenset("戊己"), None),
        ("洛政办〔2025〕1号", frozenset("甲戊己庚"), None),
    ],
)
def test_a_number_decides_where_both_have_one(number, content, why):
    assert difference(replace(PLAN, number="洛政办〔2025〕1号"), other(number=number, content=content)) == why


def test_two_days_are_two_plans_where_no_region_is_known():
    here, there = replace(PLAN, region=None), other(region=None)
    assert difference(here, there) is None
    assert difference(here, replace(there, issued="2025-03-02")) == "date"


@pytest.mark.parametrize(
    ("changes", "older"),
    [
        ({"draft": True}, True),
        ({"draft": True, "issued": "2026-01-01"}, True),
        ({"issued": "2025-02-28"}, True),
        ({}, False),
        ({"issued": "2025-03-02"}, False),
        ({"issued": None}, False),
    ],
)
def test_what_is_older(changes, older):
    assert is_older(other(**changes), PLAN) is older


def test_a_plan_without_number_has_the_year_and_the_issuers_in_its_id():
    about = {"region": "洛阳市", "title": "实施方案", "draft": False, "number": None}
    ids = {
        plan_key(**about, issued=issued, issuers=issuers)
        for issued, issuers in [(None, ()), ("2025-03-01", ()), ("2025-09-01", ()), ("2024-03-01", ()), (None, ("甲",))]
    }
    assert len(ids) == 4


def ids(shelf, *cards):
    return sorted(each.id for card in cards for each in shelf.near(card))


def test_a_newer_version_takes_the_place_of_the_older_one():
    older = replace(PLAN, id="plan-0", issued="2025-01-01", draft=True)
    placed = place(other(), Shelf([older]), "newer")
    assert (placed.card, placed.over, placed.older, placed.beside) == (other(), older, False, ())


def test_an_older_version_needs_to_be_asked_for():
    older = other(issued="2025-01-01")
    kept = place(older, Shelf([PLAN]), "newer")
    assert (kept.over, kept.older) == (PLAN, True)
    asked = place(older, Shelf([PLAN]), "replace")
    assert (asked.card, asked.over, asked.older) == (older, PLAN, False)


def test_editions_are_kept_under_ids_of_their_own_and_loading_one_again_finds_it():
    shelf = Shelf([PLAN])
    edition = place(other(), shelf, "keep").card
    assert edition.id == other().spare_id != PLAN.id
    shelf.put(edition)
    again = [place(card, shelf, editions) for card in (PLAN, other()) for editions in ("keep", "newer", "replace")]
    assert [(each.card.id, each.over.id) for each in again] == [(PLAN.id, PLAN.id)] * 3 + [(edition.id,) * 2] * 3


def test_another_plan_of_the_same_id_is_kept_beside_and_told():
    stranger = other(content=frozenset("戊己庚"))
    placed = place(stranger, Shelf([PLAN]), "newer")
    assert (placed.card.id, placed.over, placed.beside) == (stranger.spare_id, None, (PLAN,))


def test_other_numbers_and_regions_are_not_told():
    shelf = Shelf([replace(PLAN, number="1号"), replace(PLAN, id="plan-2", region="开封市")])
    placed = place(other(id="plan-3", number="2号"), shelf, "newer")
    assert (placed.card.id, placed.over, placed.beside) == ("plan-3", None, ())


def test_a_copy_of_a_store_looks_at_ids_only():
    stranger = other(content=frozenset("戊"), title="另一方案")
    assert place(stranger, Shelf([PLAN]), "exact").over == PLAN
    assert place(replace(PLAN, id="plan-2"), Shelf([PLAN]), "exact").over is None


def test_a_shelf_finds_plans_by_title_and_by_id():
    shelf = Shelf(
        [PLAN, replace(PLAN, id="plan-2", title="“洛阳市” 实施方案"), replace(PLAN, id="plan-3", title="别的")]
    )
    assert ids(shelf, PLAN) == ["plan-1", "plan-2"]
    assert ids(shelf, replace(PLAN, id="plan-3")) == ["plan-1", "plan-2", "plan-3"]
    shelf.put(replace(PLAN, title="改名"))
    shelf.take("plan-9")
    assert ids(shelf, replace(PLAN, id="x")) == ["plan-2"]


def test_a_renamed_plan_is_the_same_plan_under_other_ids(sample_graph):
    graph = sample_graph()
    card = card_of(graph)
    plan = renamed(graph, card.spare_id)
    check(plan)
    assert card_of(plan) == replace(card, id=card.spare_id)
    assert renamed(graph, card.id) is graph
    kept = {key for key, data in graph.nodes(data=True) if data["label"] in ("Agency", "Region", "Industry")}
    assert set(graph) & set(plan) == kept
    assert nx.faster_could_be_isomorphic(graph, plan)


def test_a_plan_keeps_its_ids_whatever_stands_first_in_its_graph(sample_graph):
    graph = sample_graph()
    turned = nx.MultiDiGraph()
    turned.add_nodes_from(reversed(list(graph.nodes(data=True))))
    turned.add_edges_from(graph.edges(keys=True, data=True))
    assert next(iter(turned.nodes(data="label")))[1] != "Plan"
    assert renamed(turned, card_of(turned).id) is turned


def test_an_agency_without_region_is_the_plans_own():
    graph = nx.MultiDiGraph()
    graph.add_node("plan-1", label="Plan", id="plan-1")
    graph.add_node("agency-1", label="Agency", id="agency-1", name="财政局")
    assert not set(renamed(graph, "plan-2")) & set(graph)


CARDS = st.builds(
    PlanCard,
    id=st.just(""),
    title=st.sampled_from(["洛阳市实施方案", "洛阳市 实施方案", "行动方案"]),
    region=st.sampled_from([None, "洛阳市", "开封市"]),
    number=st.sampled_from([None, "洛政办〔2025〕1号", "洛政办〔2025〕2号"]),
    issued=st.sampled_from([None, "2024-12-01", "2025-01-01", "2025-03-01"]),
    issuers=st.sampled_from([(), ("洛阳市人民政府",), ("洛阳市财政局",)]),
    draft=st.booleans(),
    source=st.just("a.txt"),
    sha256=st.sampled_from("abcdefgh"),
    part=st.integers(1, 2),
    content=st.frozensets(st.sampled_from("甲乙丙丁"), min_size=1),
    tasks=st.just(1),
).map(
    lambda card: replace(
        card,
        id=plan_key(
            region=card.region, title=card.title, draft=card.draft, number=card.number, issued=card.issued,
            issuers=card.issuers,
        ),
    )
)  # fmt: skip


def loaded(cards, editions):
    """Load cards one by one; return what the shelf holds and what was said of each."""
    held, said = {}, []
    for card in cards:
        placed = place(card, Shelf(held.values()), editions)
        said.append(placed)
        if placed.older:
            continue
        if placed.over is not None:
            del held[placed.over.id]
        assert placed.card.id not in held
        held[placed.card.id] = placed.card
    return held, said


@given(st.lists(CARDS, max_size=6), st.sampled_from(["newer", "replace", "keep"]))
def test_nothing_is_lost_without_a_sentence(cards, editions):
    held, said = loaded(cards, editions)
    named = [placed.over for placed in said if placed.over] + [placed.card for placed in said if placed.older]
    told = {(card.sha256, card.part, card.content) for card in [*held.values(), *named]}
    assert {(card.sha256, card.part, card.content) for card in cards} <= told


@given(st.lists(CARDS, max_size=5), st.randoms(use_true_random=False))
def test_the_order_changes_nothing_that_is_not_told(cards, random):
    """Two orders give the same plans, or one of them says what gave way or stands beside."""
    mixed = random.sample(cards, len(cards))
    (one, first), (two, second) = loaded(cards, "newer"), loaded(mixed, "newer")
    told = any(placed.over or placed.beside for placed in [*first, *second])
    assert told or one == two


@given(st.lists(CARDS, max_size=5))
def test_loading_what_is_there_changes_nothing(cards):
    held, _ = loaded(cards, "keep")
    for card in held.values():
        placed = place(card, Shelf(held.values()), "newer")
        assert placed.card.id == placed.over.id or placed.older or difference(card, placed.over) is None


def test_titles_are_compared_without_signs():
    assert bare_title("关于“绿色 园区”的方案（试行）") == bare_title("关于绿色园区的方案(试行)")
