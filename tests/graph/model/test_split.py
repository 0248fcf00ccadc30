from __future__ import annotations

import networkx as nx
from any_plan import content, plans
from hypothesis import HealthCheck, given, settings

from graph.model.frames import by_plan, to_frames, without_plans
from graph.model.rows import plan_of
from graph.model.split import split
from graph.stores.embedded.store import EmbeddedStore


def test_each_plan_as_it_was_loaded(sample_graph):
    one, two = sample_graph("石家庄市"), sample_graph("洛阳市")
    parts = split(nx.compose(one, two))
    assert {key: content(part) for key, part in parts.items()} == {
        plan_of(one): content(one),
        plan_of(two): content(two),
    }


@given(plans("plan-1"), plans("plan-2"))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_part_is_the_graph_without_the_other_plans(one, two):
    both = nx.compose(one, nx.relabel_nodes(two, {key: f"2-{key}" for key in two if key != "plan-2"}))
    for key, data in both.nodes(data=True):
        data["id"] = key
    parts = split(both)
    assert list(parts) == ["plan-1", "plan-2"]
    for plan, other in (("plan-1", "plan-2"), ("plan-2", "plan-1")):
        assert plan_of(parts[plan]) == plan
        alone = without_plans(to_frames(both), [other])
        assert by_plan(to_frames(parts[plan])) == by_plan(alone)


@given(plans("plan-1"))
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_store_filled_with_the_parts_of_another_is_its_equal(tmp_path_factory, graph):
    folder = tmp_path_factory.mktemp("copy")
    with EmbeddedStore(folder / "a.lbug") as one, EmbeddedStore(folder / "b.lbug") as two:
        one.load([graph])
        two.load(list(split(one.graph()).values()))
        assert content(two.graph()) == content(one.graph())


def test_an_empty_graph_has_no_parts():
    assert split(nx.MultiDiGraph()) == {}
