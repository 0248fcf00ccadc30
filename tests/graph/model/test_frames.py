from __future__ import annotations

import pytest
from any_plan import full, plans
from hypothesis import HealthCheck, given, settings

from graph.errors import SchemaError
from graph.model.check import check
from graph.model.frames import by_plan, merge, to_frames, to_graph, without_plans
from graph.model.rows import plan_of, rows_of
from graph.stores.embedded.store import EmbeddedStore


@given(plans())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_frames_give_the_graph_back(graph):
    check(graph)
    assert full(to_graph(to_frames(graph))) == full(graph)


@given(plans())
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_rows_of_a_plan_are_those_of_its_frames(graph):
    owned, shared = by_plan(without_plans(to_frames(graph), ()))
    assert rows_of(graph) == (owned["plan-1"], shared)


@given(plans())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_embedded_store_gives_the_graph_back(tmp_path_factory, graph):
    """All that plan text can hold passes through the engine's files unchanged, types included."""
    store = EmbeddedStore(tmp_path_factory.mktemp("store") / "zerentu.lbug")
    store.load([graph])
    held = store.graph()
    assert full(held) == full(to_graph(without_plans(to_frames(graph), ())))
    assert store.load([graph]).unchanged == ["plan-1"]
    for data in held.nodes.values():
        assert all(type(data[name]) is not int for name in data if name in ("value", "draft"))
    store.close()


def test_every_column_is_object_and_null_is_none(sample_graph):
    frames = to_frames(sample_graph())
    for frame in [*frames.nodes.values(), *frames.edges.values()]:
        assert {str(dtype) for dtype in frame.dtypes} == {"object"}
    assert frames.nodes["Task"]["page"].tolist() == [None] * 4
    assert frames.nodes["Task"]["due"].tolist() == [2025] * 4


def test_later_parts_win(sample_graph):
    old, new = sample_graph(), sample_graph()
    new.nodes[plan_of(new)]["title"] = "改"
    assert by_plan(merge([to_frames(old), to_frames(new)])) == by_plan(to_frames(new))


def test_a_plan_taken_out_leaves_the_other(sample_graph):
    one, two = sample_graph(), sample_graph("洛阳市")
    both = merge([to_frames(one), to_frames(two)])
    assert by_plan(without_plans(both, [plan_of(one)])) == by_plan(to_frames(two))


def test_a_shared_node_that_nothing_reaches_is_left_out(sample_graph):
    graph = sample_graph()
    graph.add_node("region-x", label="Region", id="region-x", name="某县")
    region = next(
        key for key, data in graph.nodes(data=True) if data.get("name") == "石家庄市" and data["label"] == "Region"
    )
    graph.add_edge("region-x", region, key="WITHIN")
    assert by_plan(without_plans(to_frames(graph), ())) == by_plan(to_frames(sample_graph()))


@pytest.mark.parametrize(("name", "value"), [("title", "\ud800"), ("issuers", ["\udfff"]), ("part", 2**63), ("part", -(2**63) - 1)])  # fmt: skip
def test_what_no_store_can_hold_is_refused(sample_graph, name, value):
    graph = sample_graph()
    graph.nodes[plan_of(graph)][name] = value
    with pytest.raises(SchemaError, match=f"Plan: {name} holds"):
        to_frames(graph)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**400])
def test_numbers_are_finite(sample_graph, value):
    graph = sample_graph()
    target = next(key for key, data in graph.nodes(data=True) if data["label"] == "Target")
    graph.nodes[target]["value"] = value
    with pytest.raises(SchemaError, match="Target: value holds"):
        to_frames(graph)
