"""What is asked of an open file, held against the frames of the plans that were put into it."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter

import pytest

from graph.model.frames import by_plan, merge, to_frames
from graph.model.rows import plan_of
from graph.model.same_plan import card_from, card_of
from graph.stores.embedded.engine import Engine
from graph.stores.embedded.held import Held, Titles


@pytest.fixture(scope="module")
def two(sample_graph):
    return sample_graph(), sample_graph("洛阳市")


@pytest.fixture(scope="module")
def held(two, tmp_path_factory):
    with Engine.building(tmp_path_factory.mktemp("held") / "held.lbug") as engine:
        engine.fill(merge(map(to_frames, two)))
        yield Held(engine)


def test_cards_are_those_of_the_title_or_the_id(held, two):
    one, other = map(card_of, two)
    titles = held.titles()
    assert titles.near([one]) == [one.id]
    assert titles.near([replace(one, title="《另一方案》")]) == [one.id]
    assert titles.near([replace(one, id="plan-0")]) == [one.id]
    assert sorted(titles.near([other, one, other])) == sorted([one.id, other.id])
    assert held.cards([one.id]) == [one]
    assert sorted(held.cards([one.id, other.id, "plan-0"]), key=attrgetter("id")) == sorted(
        [one, other], key=attrgetter("id")
    )
    assert (Held(None).titles().near([one]), Held(None).cards([one.id])) == ([], [])


def test_titles_learn_what_comes():
    card = card_from({"id": "plan-2", "title": "云泽市“绿色园区”方案"}, ())
    titles = Titles([["plan-1", None]])
    assert titles.near([card]) == []
    titles.put("plan-2", "云泽市绿色园区方案")
    assert titles.near([card]) == ["plan-2"]
    assert titles.near([replace(card, title="")]) == ["plan-1", "plan-2"]


def test_what_plans_own_and_share_comes_as_in_the_frames(held, two):
    owned, shared = by_plan(merge(map(to_frames, two)))
    first = plan_of(two[0])
    assert held.owned([first]) == {first: owned[first]}
    assert held.owned([first, "plan-0"])["plan-0"] == {}
    assert held.shared([*shared, ("Agency", "agency-0")]) == shared


def test_what_agencies_lead_to_is_their_chain_of_regions(held, two):
    graph = two[1]
    agency = next(key for key, data in graph.nodes(data=True) if data["label"] == "Agency" and data["region"])
    shared = {key for key, data in graph.nodes(data=True) if data["label"] in ("Agency", "Region", "Industry")}
    ahead, found = {agency}, set()
    while ahead:
        found |= ahead
        ahead = {end for each in ahead for end in graph.successors(each) if end in shared} - found
    assert held.reached([agency]) == found
    assert held.there("Agency", [agency, "agency-0"]) == {agency}
