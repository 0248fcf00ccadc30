"""The network as GraphML reads back as what was written."""

from __future__ import annotations

import io

import networkx as nx

from graph.stores.store import Store
from queries.network import cooperation, findings
from queries.network.graphml import to_graphml


def test_other_programs_read_weights_and_sentences(rivers: Store) -> None:
    found = findings(cooperation(rivers))
    graph = nx.read_graphml(io.BytesIO(to_graphml(found)))
    names = nx.get_node_attributes(graph, "label")
    edges = {frozenset((names[one], names[other])): data for one, other, data in graph.edges(data=True)}
    assert edges[frozenset({"市林业局", "市公安局"})] == {
        "weight": 2,
        "sentences": "一/（二）/5 补种苗木：市林业局牵头，市公安局配合\n一/（二）/6 巡护队伍：市林业局牵头，市公安局配合",
    }
    assert {names[key]: (data["tasks"], data["leads"], data["group"]) for key, data in graph.nodes(data=True)} == {
        "市水利局": (3, 2, 1), "市财政局": (3, 0, 1), "市农业农村局": (1, 0, 1), "市生态环境局": (1, 0, 1),
        "市林业局": (3, 2, 2), "市公安局": (2, 0, 2),
    }  # fmt: skip
