"""GraphML as it stands in the file, for the smallest of graphs."""

from __future__ import annotations

from pathlib import Path

import networkx as nx

from graph.exports.graphml import write_graphml


def test_labels_and_types_stand_as_attributes_and_as_data(tmp_path: Path) -> None:
    graph = nx.MultiDiGraph()
    graph.add_node("agency-1", label="Agency", id="agency-1", name="市财政局", aliases=["财政局"])
    graph.add_node("region-1", label="Region", id="region-1", name="甲 & 乙")
    graph.add_edge("agency-1", "region-1", key="IN")
    assert write_graphml(graph, tmp_path / "a.graphml") == 0
    head, _, body = (
        (tmp_path / "a.graphml").read_text(encoding="utf-8").partition('<graph id="G" edgedefault="directed">\n')
    )
    assert (
        '<key id="n_aliases" for="node" attr.name="aliases" attr.type="string" attr.list="string"/>'
        in head.splitlines()
    )
    assert body.splitlines() == [
        '<node id="agency-1" labels=":Agency"><data key="labels">:Agency</data><data key="caption">市财政局</data>'
        '<data key="n_name">市财政局</data><data key="n_aliases">[&quot;财政局&quot;]</data></node>',
        '<node id="region-1" labels=":Region"><data key="labels">:Region</data><data key="caption">甲 &amp; 乙</data>'
        '<data key="n_name">甲 &amp; 乙</data></node>',
        '<edge id="e0" source="agency-1" target="region-1" label="IN"><data key="label">IN</data></edge>',
        "</graph>",
        "</graphml>",
    ]
