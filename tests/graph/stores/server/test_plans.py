"""What is written of a plan, and what is read back; what a server makes of it is tested with the store."""

from __future__ import annotations

from dataclasses import replace

from any_plan import content, full

from graph.model.columns import ENDS, edge_columns, node_columns
from graph.model.frames import records, to_frames, to_graph
from graph.model.rows import plan_of
from graph.model.same_plan import card_of
from graph.model.schema import LABELS
from graph.stores.server.plans import Arriving, as_frames


def test_a_plan_arrives_with_its_own_rows_and_the_shared_ones(sample_graph):
    graph = sample_graph()
    owned, shared = content(graph)
    part = Arriving.of(graph)
    assert part.card == card_of(graph)
    assert (part.owned, part.shared) == (owned[plan_of(graph)], shared)


def test_a_shared_node_that_nothing_reaches_is_not_written(sample_graph):
    graph = sample_graph()
    graph.add_node("agency-0", label="Agency", id="agency-0", name="市档案局")
    assert ("Agency", "agency-0") in content(graph)[1]
    assert Arriving.of(graph).shared == content(sample_graph())[1]


def test_a_plan_under_its_own_id_stays_as_it_is(sample_graph):
    part = Arriving.of(sample_graph())
    assert part.named(card_of(sample_graph())) is part


def test_a_plan_under_another_id_takes_all_it_owns_along(sample_graph):
    part = Arriving.of(sample_graph())
    spare = part.card.spare_id
    named = part.named(replace(part.card, id=spare))
    assert (named.card, named.shared, len(named.owned)) == (replace(part.card, id=spare), part.shared, len(part.owned))
    # No row is under the id of another plan: that would take its place.
    assert {key[1] for key in part.owned if len(key) == 2} & {key[1] for key in named.owned if len(key) == 2} == set()
    assert content(named.graph)[0] == {spare: named.owned}
    assert full(part.graph) == full(sample_graph())


def test_rows_that_were_read_are_the_graph_again(sample_graph):
    frames = to_frames(sample_graph())
    held = (
        {item.name: list(records(frames.nodes[item.name])) if item.name in frames.nodes else [] for item in LABELS},
        {ends: list(records(frames.edges[ends])) if ends in frames.edges else [] for ends in ENDS},
    )
    assert full(to_graph(as_frames(held))) == full(sample_graph())


def test_an_empty_database_is_frames_without_rows():
    frames = as_frames(({item.name: [] for item in LABELS}, {ends: [] for ends in ENDS}))
    assert {name: (list(rows.columns), len(rows)) for name, rows in frames.nodes.items()} == {
        item.name: (list(node_columns(item.name)), 0) for item in LABELS
    }
    assert {ends: (list(rows.columns), len(rows)) for ends, rows in frames.edges.items()} == {
        ends: (list(edge_columns(ends[0])), 0) for ends in ENDS
    }
