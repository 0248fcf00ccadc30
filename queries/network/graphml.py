"""The network as GraphML, for Gephi and other programs."""

from __future__ import annotations

import io
import re
from collections import Counter

from queries.network.findings import Findings

__all__ = ["to_graphml"]

#: What XML 1.0 cannot hold.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_graphml(found: Findings) -> bytes:
    """Return the network: agencies with their tasks and leads, edges with weight and the sentences of the shared tasks."""
    import networkx as nx

    network = found.network
    leads = Counter(each.agency_id for task in network.tasks for each in task.members if each.role == "lead")
    groups = {name: at for at, group in enumerate(found.groups, 1) for name in group}
    graph = nx.Graph()
    for key, name in network.names.items():
        graph.add_node(
            key, label=_fit(name), tasks=len(network.shares[key]), leads=leads[key], group=groups.get(name, 0)
        )
    for (one, other), at in network.pairs.items():
        said = (
            f"{network.tasks[each].number} {network.tasks[each].title}：{network.tasks[each].sentence}" for each in at
        )
        graph.add_edge(one, other, weight=len(at), sentences=_fit("\n".join(said)))
    buffer = io.BytesIO()
    nx.write_graphml_xml(graph, buffer, encoding="utf-8")
    return buffer.getvalue()


def _fit(text: str) -> str:
    return _UNFIT.sub("�", text)
