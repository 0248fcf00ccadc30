"""GEXF as it stands in the file, for the smallest of graphs."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from graph.exports.gexf import write_gexf


def test_nodes_have_their_label_as_a_value_and_ends_of_edges_are_ids(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("plan-1", label="Plan", id="plan-1", title="改造\f炉窑", draft=False)
    graph.add_node("region-1", label="Region", id="region-1", name="洛阳市")
    graph.add_edge("plan-1", "region-1", key="APPLIES_TO")
    assert write_gexf(graph, tmp_path / "a.gexf") == 2  # the title stands in the caption too
    text = (tmp_path / "a.gexf").read_text(encoding="utf-8")
    head, _, body = text.partition("<nodes>\n")
    assert head.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    )
    assert body.splitlines() == [
        '<node id="plan-1" label="改造␌炉窑"><attvalues><attvalue for="labels" value="Plan"/>'
        '<attvalue for="title" value="改造␌炉窑"/><attvalue for="draft" value="false"/></attvalues></node>',
        '<node id="region-1" label="洛阳市"><attvalues><attvalue for="labels" value="Region"/>'
        '<attvalue for="name" value="洛阳市"/></attvalues></node>',
        "</nodes>",
        "<edges>",
        '<edge id="0" source="plan-1" target="region-1" label="APPLIES_TO"><attvalues></attvalues></edge>',
        "</edges>",
        "</graph>",
        "</gexf>",
    ]
