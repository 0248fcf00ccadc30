"""Plans of a batch are asked for together where they stand together, in the order given."""

from __future__ import annotations

import pickle

import networkx as nx
import pytest
from any_plan import content, plans
from hypothesis import given

from graph.errors import SchemaError
from graph.model.columns import node_columns
from graph.model.frames import Frames, by_plan, merge, to_frames, without_plans
from graph.model.plan_rows import PlanContent, PlanRows, content_of, frames_of, graph_of
from graph.model.same_plan import card_from, card_of

CARD = card_from({"id": "plan-1", "title": "甲"}, ())
COLUMNS = node_columns("Plan")
BARE = PlanContent(CARD, {("Plan", "plan-1"): ("plan-1", *[None] * (len(COLUMNS) - 1))}, {})


class Kept:
    """A batch that says what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def graph(self, at):
        return nx.MultiDiGraph(at=at)

    def frames(self, places):
        self.asked.append(list(places))
        return Frames({"Plan": places})


def test_neighbours_of_one_batch_are_asked_for_together():
    one, two = Kept(), Kept()
    plans = [*(PlanRows(CARD, one, at) for at in (0, 1)), BARE, PlanRows(CARD, one, 3), PlanRows(CARD, two, 0)]
    first, alone, *rest = frames_of(plans)
    assert (first, rest) == (Frames({"Plan": [0, 1]}), [Frames({"Plan": [3]}), Frames({"Plan": [0]})])
    assert by_plan(alone) == ({"plan-1": BARE.owned}, {})
    assert (one.asked, two.asked) == ([[0, 1], [3]], [[0]])


def test_a_plan_is_a_graph_when_asked():
    graph = nx.MultiDiGraph()
    assert graph_of(graph) is graph
    assert graph_of(PlanRows(CARD, Kept(), 2)).graph == {"at": 2}


@given(plans(), plans("plan-2"))
def test_contents_say_what_their_graphs_say(one, two):
    """After they went to another process too; of what both say, the later wins."""
    both = [pickle.loads(pickle.dumps(content_of(graph))) for graph in (one, two)]
    reached = [without_plans(to_frames(graph), ()) for graph in (one, two)]
    [together] = frames_of(both)
    assert by_plan(together) == by_plan(merge(reached))
    for each, frames, graph in zip(both, reached, (one, two), strict=True):
        assert by_plan(to_frames(graph_of(each))) == by_plan(frames)
        assert each.card == card_of(graph)


def test_a_graph_that_no_store_takes_has_no_content():
    graph = graph_of(BARE)
    assert content(graph) == content(graph_of(content_of(graph)))
    graph.nodes["plan-1"]["title"] = 1
    with pytest.raises(SchemaError, match="title"):
        content_of(graph)
    with pytest.raises(SchemaError, match="exactly one Plan"):
        content_of(nx.MultiDiGraph())
