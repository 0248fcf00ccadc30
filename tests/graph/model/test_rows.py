"""Rows become a graph in an order of their own."""

from __future__ import annotations

from graph.model.rows import graph_of_rows


def test_rows_in_any_order_become_the_same_graph_with_unknown_properties_as_none() -> None:
    regions = [("region-2", "河南省", "省", None), ("region-1", "洛阳市", "市", "410300")]
    within = {("WITHIN", "Region", "Region"): [["region-1", "region-2"]]}
    found = [graph_of_rows({"Region": rows}, within) for rows in (regions, regions[::-1])]
    assert [list(graph.nodes(data=True)) for graph in found] == [
        [
            ("region-1", {"label": "Region", "id": "region-1", "name": "洛阳市", "level": "市", "code": "410300"}),
            ("region-2", {"label": "Region", "id": "region-2", "name": "河南省", "level": "省", "code": None}),
        ]
    ] * 2
    assert [list(graph.edges(keys=True, data=True)) for graph in found] == [
        [("region-1", "region-2", "WITHIN", {})]
    ] * 2
