"""Plans of a batch are asked for together where they stand together, in the order given."""

from __future__ import annotations

import networkx as nx

from graph.model.frames import Frames
from graph.model.plan_rows import PlanRows, frames_of, graph_of
from graph.model.same_plan import card_from

CARD = card_from({"id": "plan-1", "title": "甲"}, ())


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
    one, two, frames = Kept(), Kept(), Frames()
    plans = [*(PlanRows(CARD, one, at) for at in (0, 1)), frames, PlanRows(CARD, one, 3), PlanRows(CARD, two, 0)]
    assert list(frames_of(plans)) == [
        Frames({"Plan": [0, 1]}),
        frames,
        Frames({"Plan": [3]}),
        Frames({"Plan": [0]}),
    ]
    assert (one.asked, two.asked) == ([[0, 1], [3]], [[0]])


def test_a_plan_is_a_graph_when_asked():
    graph = nx.MultiDiGraph()
    assert graph_of(graph) is graph
    assert graph_of(PlanRows(CARD, Kept(), 2)).graph == {"at": 2}
