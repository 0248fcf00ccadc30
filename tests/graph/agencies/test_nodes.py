"""Agencies and regions as nodes: what stands on them follows from their identity alone."""

from __future__ import annotations

import networkx as nx

from graph.agencies.nodes import add_agency, add_node, add_region, agency_id


def test_unknown_properties_are_left_out() -> None:
    graph = nx.MultiDiGraph()
    assert add_node(graph, "a-1", "Agency", name="市财政局", region=None) == "a-1"
    assert graph.nodes["a-1"] == {"label": "Agency", "id": "a-1", "name": "市财政局"}


def test_a_region_hangs_below_those_above_it() -> None:
    graph = nx.MultiDiGraph()
    lowest = add_region(graph, "栾川县")
    add_region(graph, "洛阳市")
    names = nx.get_node_attributes(graph, "name")
    assert names[lowest] == "栾川县"
    assert [(names[lower], names[upper], key) for lower, upper, key in graph.edges(keys=True)] == [
        ("栾川县", "洛阳市", "WITHIN"),
        ("洛阳市", "河南省", "WITHIN"),
        ("河南省", "全国", "WITHIN"),
    ]


def test_two_spellings_in_two_plans_are_one_node_that_does_not_differ() -> None:
    first, second = nx.MultiDiGraph(), nx.MultiDiGraph()
    one = add_agency(first, "工信局", "plan-1", "洛阳市", "市")
    two = add_agency(second, "市工业和信息化局", "plan-2", "栾川县", "区县")
    assert one == two == agency_id("市工信局", "plan-3", "洛阳市", None)
    assert first.nodes[one] == second.nodes[two]
    assert [first.nodes[to]["name"] for _, to, key in first.out_edges(one, keys=True) if key == "IN"] == ["洛阳市"]


def test_without_a_region_a_name_is_the_plans_own_body() -> None:
    graph = nx.MultiDiGraph()
    one = add_agency(graph, "财政局", "plan-1", None, None)
    assert one != add_agency(graph, "财政局", "plan-2", None, None)
    assert one == agency_id("财政局", "plan-1", None, None)
    assert (graph.nodes[one]["kind"], graph.nodes[one]["functional_line"]) == ("body", "财政")
